import type { Language } from "../../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the log says was done with sites and capacity. */
export const capacityAuditWords: Words = {
	"site.create": said("La til praksissted", "La til praksisstad", "Added a site"),
	"site.change": said("Endret et praksissted", "Endra ein praksisstad", "Changed a site"),
	"site.close": said("La ned et praksissted", "La ned ein praksisstad", "Closed a site"),
	"site.reopen": said("Tok et praksissted i bruk igjen", "Tok ein praksisstad i bruk igjen", "Opened a site again"),
	"site.export": said("Tok ut praksissteder", "Tok ut praksisstader", "Took out sites"),
	"collection.start": said("Startet en innhenting", "Starta ei innhenting", "Started a collection"),
	"collection.ask": said("Spurte flere steder", "Spurde fleire stader", "Asked more sites"),
	"collection.change": said("Endret en innhenting", "Endra ei innhenting", "Changed a collection"),
	"collection.make-links": said("Tok ut lenker til steder", "Tok ut lenkjer til stader", "Took out links to sites"),
	"collection.remind": said("Minnet steder om å svare", "Minte stader om å svare", "Reminded sites to answer"),
	"collection.close": said("Avsluttet en innhenting", "Avslutta ei innhenting", "Closed a collection"),
	"collection.reopen": said("Åpnet en innhenting igjen", "Opna ei innhenting igjen", "Opened a collection again"),
	"capacity.answer": said("Svarte på kapasitet", "Svarte på kapasitet", "Answered with capacity"),
	"capacity.enter": said("La inn kapasitet", "La inn kapasitet", "Entered capacity"),
	"capacity.supersede": said(
		"Erstattet kapasitet med praksisstedets eget svar",
		"Bytte ut kapasitet med svaret til praksisstaden sjølv",
		"Replaced capacity with the site's own answer",
	),
	"capacity.import": said("Tok inn kapasitet fra fil", "Tok inn kapasitet frå fil", "Took in capacity from a file"),
	"capacity.approve": said("Godkjente kapasitet", "Godkjende kapasitet", "Approved capacity"),
	"capacity.publish": said("Publiserte kapasitet", "Publiserte kapasitet", "Published capacity"),
	"capacity.take-back": said("Trakk tilbake kapasitet", "Trekte tilbake kapasitet", "Took back capacity"),
	"capacity.export": said("Tok ut kapasitet", "Tok ut kapasitet", "Took out capacity"),
	"load.create": said("La til annen belastning", "La til anna belastning", "Added other load"),
	"load.change": said("Endret annen belastning", "Endra anna belastning", "Changed other load"),
	"load.remove": said("Fjernet annen belastning", "Fjerna anna belastning", "Removed other load"),
	"load.export": said("Tok ut annen belastning", "Tok ut anna belastning", "Took out other load"),
	"request.create": said("La inn en bestilling", "La inn ei tinging", "Entered a request"),
	"request.change": said("Endret en bestilling", "Endra ei tinging", "Changed a request"),
	"request.remove": said(
		"Slettet et utkast til bestilling",
		"Sletta eit utkast til tinging",
		"Deleted a draft request",
	),
	"request.send": said("Sendte en bestilling", "Sende ei tinging", "Sent a request"),
	"request.remind": said("Minnet om en bestilling", "Minte om ei tinging", "Reminded of a request"),
	"request.answer": said("Svarte på en bestilling", "Svarte på ei tinging", "Answered a request"),
	"request.withdraw": said("Trakk en bestilling", "Trekte ei tinging", "Withdrew a request"),
	"request.take-in": said(
		"Tok plasser fra et svar inn i kapasiteten",
		"Tok plassar frå eit svar inn i kapasiteten",
		"Took places of an answer into the capacity",
	),
	"request.follow": said(
		"Flyttet en bestilling til den som har overtatt",
		"Flytta ei tinging til den som har teke over",
		"Moved a request to who took over",
	),
	"request.export": said("Tok ut bestillinger", "Tok ut tingingar", "Took out requests"),
	"request.import": said("Tok inn bestillinger fra fil", "Tok inn tingingar frå fil", "Took in requests from a file"),
};

export const capacityAuditKinds: Words = {
	site: said("Praksissted", "Praksisstad", "Site"),
	collection: said("Innhenting", "Innhenting", "Collection"),
	capacity: said("Kapasitet", "Kapasitet", "Capacity"),
	load: said("Annen belastning", "Anna belastning", "Other load"),
	request: said("Bestilling", "Tinging", "Request"),
};

function said(nb: string, nn: string, en: string) {
	return { nb, nn, en };
}
