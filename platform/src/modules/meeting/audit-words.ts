import type { Language } from "../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the log says was done in arenas and meetings. */
export const meetingAuditWords: Words = {
	"arena.create": said("Startet en arena", "Starta ein arena", "Started an arena"),
	"arena.change": said("Endret en arena", "Endra ein arena", "Changed an arena"),
	"arena.end": said("Avsluttet en arena", "Avslutta ein arena", "Ended an arena"),
	"arena.add-party": said("Tok med en deltaker", "Tok med ein deltakar", "Took a party in"),
	"arena.remove-party": said("Tok ut en deltaker", "Tok ut ein deltakar", "Took a party out"),
	"arena.speak-for": said(
		"Sa hvem arenaen svarer for",
		"Sa kven arenaen svarer for",
		"Said whom the arena answers for",
	),
	"arena.add-seat": said("La til et medlem", "La til ein medlem", "Added a member"),
	"arena.change-seat": said("Endret et medlem", "Endra ein medlem", "Changed a member"),
	"arena.remove-seat": said("Tok bort et medlem", "Tok bort ein medlem", "Removed a member"),
	"arena.ask-for-item": said("Ba om en sak", "Bad om ei sak", "Asked for an item"),
	"arena.vote": said("Stemte over ønskte saker", "Røysta over ønskte saker", "Voted on items asked for"),
	"arena.drop-item": said("Avviste en sak", "Avviste ei sak", "Refused an item"),
	"meeting.plan": said("Planla et møte", "Planla eit møte", "Planned a meeting"),
	"meeting.change": said("Flyttet et møte", "Flytta eit møte", "Moved a meeting"),
	"meeting.invite": said("Kalte inn til et møte", "Kalla inn til eit møte", "Called a meeting"),
	"meeting.cancel": said("Avlyste et møte", "Avlyste eit møte", "Cancelled a meeting"),
	"meeting.answer": said("Svarte på en innkalling", "Svara på ei innkalling", "Answered a call"),
	"meeting.add-item": said("La til en sak", "La til ei sak", "Added an item"),
	"meeting.place-item": said("Satte en sak på sakslisten", "Sette ei sak på saklista", "Placed an item"),
	"meeting.follow-up": said("Satte opp oppfølging", "Sette opp oppfølging", "Put follow-up on an agenda"),
	"meeting.change-item": said("Endret en sak", "Endra ei sak", "Changed an item"),
	"meeting.remove-item": said("Tok bort en sak", "Tok bort ei sak", "Removed an item"),
	"meeting.write-presence": said("Skrev hvem som møtte", "Skreiv kven som møtte", "Wrote who came"),
	"meeting.write-minutes": said("Skrev referat", "Skreiv referat", "Wrote minutes"),
	"meeting.approve-minutes": said("Godkjente et referat", "Godkjende eit referat", "Approved minutes"),
	"document.add": said("La ved et dokument", "La ved eit dokument", "Attached a document"),
	"document.remove": said("Tok bort et dokument", "Tok bort eit dokument", "Removed a document"),
	"decision.make": said("Skrev en beslutning", "Skreiv ei avgjerd", "Wrote a decision"),
	"decision.take-back": said("Tok bort en beslutning", "Tok bort ei avgjerd", "Removed a decision"),
	"decision.settle": said("Sa hvordan en beslutning står", "Sa korleis ei avgjerd står", "Said how a decision stands"),
	"decision.point": said("Sa hva en beslutning endrer", "Sa kva ei avgjerd endrar", "Said what a decision changes"),
	"decision.export": said("Hentet ut beslutninger", "Henta ut avgjerder", "Exported decisions"),
};

export const meetingAuditKinds: Words = {
	arena: said("Arena", "Arena", "Arena"),
	meeting: said("Møte", "Møte", "Meeting"),
	decision: said("Beslutning", "Avgjerd", "Decision"),
	"meeting-presence": said("Svar på innkalling", "Svar på innkalling", "Answer to an invitation to a meeting"),
};
