import type { OwnDataPart } from "./own-data-part.ts";

/** What notices and jobs hold about a person. */
export const houseOwnData: readonly OwnDataPart[] = [
	{
		name: "notices",
		tables: ["notice.notice"],
		title: { nb: "Varsler", nn: "Varsel", en: "Notices" },
		why: {
			nb: "Det løsningen har varslet deg om. Vises i innboksen din.",
			nn: "Det løysinga har varsla deg om. Blir vist i innboksen din.",
			en: "What you have been notified of. Shown in your inbox.",
		},
		columns: {
			kind: { nb: "Type", nn: "Type", en: "Type" },
			detail: { nb: "Innhold", nn: "Innhald", en: "Content" },
			createdAt: { nb: "Når", nn: "Når", en: "When" },
			readAt: { nb: "Lest", nn: "Lese", en: "Read" },
		},
		read: async (work, actor) =>
			(
				await work.db
					.selectFrom("notice.notice")
					.where("person_id", "=", actor.personId)
					.orderBy("created_at", "desc")
					.select(["kind", "detail", "created_at as createdAt", "read_at as readAt"])
					.execute()
			).map((notice) => ({ ...notice, detail: JSON.stringify(notice.detail) })),
	},
	{
		name: "noticePreferences",
		tables: ["notice.preference"],
		title: { nb: "Valg av varsler", nn: "Val av varsel", en: "Notice choices" },
		why: {
			nb: "Hva du vil ha på e-post, og hvor ofte.",
			nn: "Kva du vil ha på e-post, og kor ofte.",
			en: "What you want by e-mail, and how often.",
		},
		columns: {
			kind: { nb: "Type", nn: "Type", en: "Type" },
			frequency: { nb: "Hvor ofte", nn: "Kor ofte", en: "How often" },
		},
		read: (work, actor) =>
			work.db
				.selectFrom("notice.preference")
				.where("person_id", "=", actor.personId)
				.orderBy("kind")
				.select(["kind", "frequency"])
				.execute(),
	},
	{
		name: "reminders",
		tables: ["notice.reminder"],
		title: { nb: "Påminnelser", nn: "Påminningar", en: "Reminders" },
		why: {
			nb: "Frister du skal minnes om.",
			nn: "Fristar du skal bli mint om.",
			en: "Deadlines you are to be reminded of.",
		},
		columns: {
			kind: { nb: "Type", nn: "Type", en: "Type" },
			detail: { nb: "Innhold", nn: "Innhald", en: "Content" },
			dueAt: { nb: "Når", nn: "Når", en: "When" },
		},
		read: async (work, actor) =>
			(
				await work.db
					.selectFrom("notice.reminder")
					.where("person_id", "=", actor.personId)
					.orderBy("due_at")
					.select(["kind", "detail", "due_at as dueAt"])
					.execute()
			).map((reminder) => ({ ...reminder, detail: JSON.stringify(reminder.detail) })),
	},
	{
		name: "mail",
		tables: ["notice.mail"],
		title: { nb: "E-post sendt til deg", nn: "E-post send til deg", en: "E-mail sent to you" },
		why: {
			nb: "For å sende på nytt når noe går galt, og aldri to ganger.",
			nn: "For å sende på nytt når noko går gale, og aldri to gonger.",
			en: "To send again when something fails, and never twice.",
		},
		columns: {
			recipient: { nb: "Til", nn: "Til", en: "To" },
			subject: { nb: "Emne", nn: "Emne", en: "Subject" },
			body: { nb: "Tekst", nn: "Tekst", en: "Text" },
			state: { nb: "Status", nn: "Status", en: "Status" },
			createdAt: { nb: "Når", nn: "Når", en: "When" },
		},
		read: (work, actor) =>
			work.db
				.selectFrom("notice.mail")
				.where("person_id", "=", actor.personId)
				.orderBy("created_at", "desc")
				.select(["recipient", "subject", "body", "state", "created_at as createdAt"])
				.execute(),
	},
	{
		name: "calendarFeed",
		tables: ["notice.calendar"],
		title: { nb: "Kalenderabonnement", nn: "Kalenderabonnement", en: "Calendar feed" },
		why: {
			nb: "Lar kalenderen din hente avtalene dine. Selve adressen lagres ikke.",
			nn: "Lèt kalenderen din hente avtalane dine. Sjølve adressa blir ikkje lagra.",
			en: "Lets your calendar fetch your events. The address itself is not stored.",
		},
		columns: { createdAt: { nb: "Opprettet", nn: "Oppretta", en: "Created" } },
		read: (work, actor) =>
			work.db
				.selectFrom("notice.calendar")
				.where("person_id", "=", actor.personId)
				.select("created_at as createdAt")
				.execute(),
	},
	{
		name: "jobs",
		tables: ["job.job"],
		title: { nb: "Jobber du har startet", nn: "Jobbar du har starta", en: "Jobs you started" },
		why: {
			nb: "Arbeid som tar tid, for eksempel import, og hva det førte til.",
			nn: "Arbeid som tek tid, til dømes import, og kva det førte til.",
			en: "Work that takes time, such as imports, and what came of it.",
		},
		columns: {
			title: { nb: "Hva", nn: "Kva", en: "What" },
			state: { nb: "Status", nn: "Status", en: "Status" },
			createdAt: { nb: "Startet", nn: "Starta", en: "Started" },
			finishedAt: { nb: "Ferdig", nn: "Ferdig", en: "Finished" },
		},
		read: (work, actor) =>
			work.db
				.selectFrom("job.job")
				.where("person_id", "=", actor.personId)
				.orderBy("created_at", "desc")
				.select(["title", "state", "created_at as createdAt", "finished_at as finishedAt"])
				.execute(),
	},
];
