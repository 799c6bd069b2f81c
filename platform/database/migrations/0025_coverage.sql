-- What coverage counts of an agreement stands on the agreement itself once its text is locked: counted over the whole
-- country on every visit, it would otherwise be gathered from every theme and commitment each time.

alter table agreement.agreement
	add column sector text references organisation.sector,
	add column theme_codes text[] not null default '{}',
	add column sector_codes text[] not null default '{}',
	add column has_arena boolean not null default false;
comment on column agreement.agreement.sector is 'the sector of services it is about, where it is about one';
comment on column agreement.agreement.theme_codes is 'of a signed one: what its themes are, as agreement.theme says';
comment on column agreement.agreement.sector_codes is 'of a signed one: its sector, or those of the professions its commitments are for';
comment on column agreement.agreement.has_arena is 'of a signed one: whether a theme has an arena with meetings';

update agreement.agreement a set
	theme_codes = array(select distinct t.theme from agreement.theme t
		where t.organisation_id = a.organisation_id and t.agreement_id = a.id order by 1),
	has_arena = exists (select from agreement.theme t
		where t.organisation_id = a.organisation_id and t.agreement_id = a.id and t.arena <> '' and t.meetings_a_year > 0),
	sector_codes = array(
		select distinct case when c.profession in ('child-welfare', 'kindergarten-teaching', 'teaching', 'special-education') then 'childhood'
			when c.profession = 'social-work' then 'social' else 'health-and-care' end
		from agreement.commitment c
		where c.organisation_id = a.organisation_id and c.agreement_id = a.id and c.profession is not null order by 1)
where a.state = 'signed';

-- Campuses are some among many thousands of units.
create index on organisation.unit (organisation_id) where setting = 'campus';
