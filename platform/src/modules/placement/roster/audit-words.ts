import type { Language } from "../../../language.ts";

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the log says was done with courses, students, claims and wishes. */
export const rosterAuditWords: Words = {
	"course.create": said("Opprettet et emne", "Oppretta eit emne", "Created a course"),
	"course.change": said("Endret et emne", "Endra eit emne", "Changed a course"),
	"course.archive": said("Arkiverte et emne", "Arkiverte eit emne", "Archived a course"),
	"course.restore": said("Tok et emne i bruk igjen", "Tok eit emne i bruk igjen", "Put a course to use again"),
	"course.export": said("Tok ut en liste over emner", "Tok ut ei liste over emne", "Took out a list of courses"),
	"course.import": said("Importerte emner", "Importerte emne", "Imported courses"),
	"period.add": said("La til en praksisperiode", "La til ein praksisperiode", "Added a placement period"),
	"period.change": said("Endret en praksisperiode", "Endra ein praksisperiode", "Changed a placement period"),
	"period.remove": said("Slettet en praksisperiode", "Sletta ein praksisperiode", "Deleted a placement period"),
	"student.create": said("La inn en student", "La inn ein student", "Entered a student"),
	"student.count": said("La inn studenter uten navn", "La inn studentar utan namn", "Entered students without names"),
	"student.change": said("Endret en student", "Endra ein student", "Changed a student"),
	"student.remove": said("Fjernet en student", "Fjerna ein student", "Removed a student"),
	"student.import": said("Importerte studenter", "Importerte studentar", "Imported students"),
	"student.export": said(
		"Tok ut en liste over studenter",
		"Tok ut ei liste over studentar",
		"Took out a list of students",
	),
	"student.bind": said(
		"Knyttet en student til en konto",
		"Knytte ein student til ein konto",
		"Tied a student to an account",
	),
	"student.forget": said("Glemte studenter", "Gløymde studentar", "Forgot students"),
	"claim.add": said("La til et praksisbehov", "La til eit praksisbehov", "Added a claim"),
	"claim.change": said("Endret et praksisbehov", "Endra eit praksisbehov", "Changed a claim"),
	"claim.withdraw": said("Trakk et praksisbehov", "Trekte eit praksisbehov", "Withdrew a claim"),
	"wish.state": said("Ønsket praksisplasser", "Ønskte praksisplassar", "Stated wishes"),
	"requirement.confirm": said("Bekreftet et krav", "Stadfesta eit krav", "Confirmed a requirement"),
	"requirement.withdraw": said(
		"Tok tilbake et bekreftet krav",
		"Tok tilbake eit stadfesta krav",
		"Took back a confirmed requirement",
	),
	"student-rule.add": said(
		"La til en regel for en student",
		"La til ein regel for ein student",
		"Added a rule for a student",
	),
	"student-rule.remove": said(
		"Fjernet en regel for en student",
		"Fjerna ein regel for ein student",
		"Removed a rule for a student",
	),
	"adaptation.read": said("Leste om tilrettelegging", "Las om tilrettelegging", "Read about adaptation"),
	"adaptation.state": said("Skrev om tilrettelegging", "Skreiv om tilrettelegging", "Wrote about adaptation"),
	"adaptation.decide": said(
		"Behandlet et ønske om tilrettelegging",
		"Behandla eit ønske om tilrettelegging",
		"Dealt with a wish for adaptation",
	),
	"adaptation.remove": said("Slettet tilrettelegging", "Sletta tilrettelegging", "Deleted adaptation"),
	"adaptation.ask": said("Ba om tilrettelegging", "Bad om tilrettelegging", "Asked for adaptation"),
	"adaptation.take-back": said(
		"Tok tilbake ønsket om tilrettelegging",
		"Tok tilbake ønsket om tilrettelegging",
		"Took back the wish for adaptation",
	),
};

export const rosterAuditKinds: Words = {
	course: said("Emne", "Emne", "Course"),
	period: said("Praksisperiode", "Praksisperiode", "Placement period"),
	student: said("Student", "Student", "Student"),
	claim: said("Praksisbehov", "Praksisbehov", "Claim"),
};

function said(nb: string, nn: string, en: string) {
	return { nb, nn, en };
}
