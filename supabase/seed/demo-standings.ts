import type { Transact } from './demo-moments'

/** Turns the triggers that keep standings off or on, whichever tables they are on. */
const turnKeeping = (verb: 'disable' | 'enable') => `do $$
  declare
    v_trigger record;
  begin
    for v_trigger in select tgrelid::regclass as place, tgname from pg_trigger where starts_with(tgname, 'standings_follow_') loop
      execute format('alter table %s ${verb} trigger %I', v_trigger.place, v_trigger.tgname);
    end loop;
  end $$`

/**
 * Does `work`, during which nobody reads what stands, without keeping that up at every step: standings are no history, only
 * a copy of what is computed for today. They are made when it is done, in the real time, by the functions that always make
 * them; a demonstration is ready in half the time.
 */
export async function withStandingsMadeAtLast(transact: Transact, work: () => Promise<void>): Promise<void> {
  await transact((session) => session.script(turnKeeping('disable')))
  try {
    await work()
  } finally {
    await transact((session) => session.script(turnKeeping('enable')))
  }
  await transact(async (session) => {
    await session.query('select private.refresh_standings(array(select id from public.tasks))')
    await session.query('select private.ensure_day(public.business_today())')
  })
}
