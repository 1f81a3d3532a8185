-- Which tasks a list shows: read from JSON in one place. What nobody knows is refused, because a filter that is passed over
-- would list everything.

create type private.task_filter as (plan_id uuid, section_id uuid, is_outside_sections boolean, unit_id uuid, is_supporting boolean,
  is_leads_done boolean, signal text, is_awaiting boolean, year integer, search text);
comment on type private.task_filter is
  'What is null filters nothing. is_supporting: whether the unit is asked alone, or owes. is_leads_done: responsible units still owe what the leads have '
  'closed. signal: one of public.signal, complete (办结), complete_late (逾期办结), due_soon (临近期限, which yellow leaves out), before_given (下达前到期, '
  'which grey leaves out) or open (started and not complete). year: something is due in it.';

create function private.read_task_filter(p_filter jsonb)
returns private.task_filter language plpgsql stable set search_path = '' as $$
declare
  v_filter private.task_filter;
  v_wrong text;
begin
  if jsonb_typeof(p_filter) is distinct from 'object' then perform private.refuse('task_filter_unreadable'); end if;
  select string_agg(given.key, ', ') into v_wrong
  from jsonb_each(p_filter) given
  left join (values ('plan_id', 'string'), ('section_id', 'string'), ('is_outside_sections', 'boolean'), ('unit_id', 'string'),
    ('is_supporting', 'boolean'), ('is_leads_done', 'boolean'), ('signal', 'string'),
    ('is_awaiting', 'boolean'), ('year', 'number'), ('search', 'string')) known (key, type)
    on known.key = given.key
  where known.type is distinct from jsonb_typeof(given.value);
  if v_wrong is not null then perform private.refuse('task_filter_unreadable', 422, left(v_wrong, 200)); end if;
  begin
    v_filter := jsonb_populate_record(null::private.task_filter, p_filter);
  exception when data_exception then
    perform private.refuse('task_filter_unreadable');
  end;
  if v_filter.signal <> all (enum_range(null::public.signal)::text[] || array['complete', 'complete_late', 'due_soon', 'before_given', 'open']) then
    perform private.refuse('task_filter_unreadable', 422, 'signal');
  end if;
  if v_filter.year not between 1900 and 2999 then perform private.refuse('task_filter_unreadable', 422, 'year'); end if;
  perform private.require_short_search(v_filter.search);
  v_filter.search := nullif(lower(btrim(v_filter.search)), '');
  return v_filter;
end $$;
