import { createContext, use } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { Desk, DeskActions } from './desk-store'

/** The desk that a part stands on. */
export const DeskContext = createContext<StoreApi<Desk> | null>(null)

/** A part of the desk; whoever asks for it repaints when that part changes, and only then. */
export function useDesk<Part>(select: (desk: Desk) => Part): Part {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('outside the check desk')
  return useStore(desk, select)
}

/** What can be done on the desk. */
export function useDeskActions(): DeskActions {
  return useDesk((desk) => desk.actions)
}
