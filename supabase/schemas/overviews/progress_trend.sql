-- How a plan came along: its progress and scheduled progress at month ends, each as it was known on that day.
-- Definer, like the overviews: sums are for every account, the narratives they rest on are not.

-- At most the last twelve month ends before p_as_of, and p_as_of itself: a year is what one look takes in, and each day
-- costs a reading of the whole plan. Nothing is known of a plan before it is issued, and nothing is due before it starts.
create function public.progress_trend(p_plan_id uuid, p_as_of date default null)
returns table (as_of date, percent numeric, scheduled_percent numeric, red integer, complete integer)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' set jit = 'off' as $$
declare
  v_as_of date := private.asked_day(p_as_of);
  v_month date := date_trunc('month', v_as_of::timestamp)::date;
begin
  return query
    with days as (
      select (v_month - make_interval(months => n))::date - 1 as day from generate_series(0, 11) as n
      union
      select v_as_of
    )
    select d.day, private.mean(x.percent_sum, x.percent_count), private.mean(x.scheduled_sum, x.scheduled_count),
      coalesce(x.red, 0), coalesce(x.complete, 0)
    from public.plans p
    -- The last day is always there, so that the line ends in the figures of the overview.
    join days d on p.issued_at < private.end_of_business_day(d.day) and (d.day >= p.starts_on or d.day = v_as_of)
    left join lateral private.plan_sums_at(d.day, p_plan_id) as x on true
    where p.id = p_plan_id and p.state <> 'draft'
    order by d.day;
end $$;
comment on function public.progress_trend is
  'Any account: progress, scheduled progress (percent, 4 decimals), overdue and complete tasks of a plan at month ends and at p_as_of, '
  'oldest first; the last row is that of plan_overview.';

revoke execute on function public.progress_trend(uuid, date) from public, anon;
grant execute on function public.progress_trend(uuid, date) to authenticated;
