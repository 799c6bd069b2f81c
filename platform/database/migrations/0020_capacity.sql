
-- An offer nobody counts on any longer can go; who once answered with it, or counted it differently, lets go of it.
alter table placement.request_answer drop constraint request_answer_offer_organisation_id_offer_id_fkey,
	add constraint request_answer_offer foreign key (offer_organisation_id, offer_id)
		references placement.offer (organisation_id, id) on delete set null;
alter table placement.round_offer drop constraint round_offer_offer_organisation_id_offer_id_fkey,
	add constraint round_offer_offer foreign key (offer_organisation_id, offer_id)
		references placement.offer (organisation_id, id) on delete cascade;
alter table placement.lock drop constraint lock_offer_organisation_id_offer_id_fkey,
	add constraint lock_offer foreign key (offer_organisation_id, offer_id)
		references placement.offer (organisation_id, id) on delete cascade;
