-- A value of its own migration: what uses it comes after.
alter type public.term_source add value 'answer';
