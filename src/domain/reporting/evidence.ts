import type { EvidenceId } from '../ids'

/** A proof of a unit's work: the address of a published page, or a stored file. */
export interface Evidence {
  readonly id: EvidenceId
  readonly kind: 'link' | 'file'
  readonly title: string
  /** Set for links. */
  readonly url: string | null
  /** Where Storage keeps the file; set for files. */
  readonly storagePath: string | null
  /** The file's own name, Chinese characters and all; set for files. */
  readonly fileName: string | null
  readonly byteSize: number | null
  /** SHA-256 of the file in hexadecimal, as it became evidence or was handed in; set for files. */
  readonly contentSha256: string | null
  readonly createdAt: string
}

/** Fetches a stored file; `changed` when it is not the one that was handed in, and then it is not kept. */
export type DownloadEvidence = (evidence: Evidence) => Promise<'saved' | 'changed' | 'failed'>

/** A piece of evidence as it was handed in, with what the review said of it; null before it did. */
export interface SubmittedEvidence extends Evidence {
  readonly isAccepted: boolean | null
}
