-- Signing out where one signed in, and several ways in for one person.

alter table identity.session
	add column sealed_id_token bytea,
	add column provider_session text check (length(provider_session) <= 255);
comment on column identity.session.sealed_id_token is 'what the provider asks for when the person signs out; sealed with the session token, which only the browser has';
comment on column identity.session.provider_session is 'the sid of the provider, by which it tells us that the session there has ended';
create index on identity.session (provider, provider_session) where provider_session is not null;

-- A sign-in begun by a person who is signed in already, to prove a further account of theirs.
alter table identity.sign_in_attempt add column person_id uuid references identity.person on delete cascade;
comment on column identity.sign_in_attempt.person_id is 'set when a signed-in person connects one more account: only that person can finish';
create index on identity.sign_in_attempt (person_id) where person_id is not null;
