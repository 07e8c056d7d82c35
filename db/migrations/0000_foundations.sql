create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists btree_gin;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint

-- What search and sorting compare: case, accents and apostrophes folded away. The dictionary is
-- named, so that the result depends on nothing but the text, as "immutable" promises.
create function handover_fold(value text) returns text
language sql immutable strict parallel safe
return translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC))),
  '''’‘ʼ`´', '');
