import { defineText } from "../../../language.ts";

/** What publishing and answering say. */
export const publishText = defineText({
	nb: {
		linkActions: { confirm: "Se studentene og svar", answer: "Se praksisplassen og svar" },
		job: "Publisering av praksisplasser",
		steps: {
			check: "Kontrollerer planen",
			write: "Skriver praksisplasser",
			tell: "Gir beskjed til studenter og steder",
		},
		states: {
			published: "Venter på svar",
			confirmed: "Bekreftet",
			declined: "Avslått av praksisstedet",
			cancelled: "Avlyst",
			"under-way": "Pågår",
			completed: "Gjennomført",
		},
		studentAnswers: { accepted: "Godtatt", reconsider: "Ber om ny vurdering" },
		verbs: {
			publish: "Publisert",
			supersede: "Erstattet av ny publisering",
			confirm: "Bekreftet av praksisstedet",
			decline: "Avslått av praksisstedet",
			accept: "Godtatt av studenten",
			"ask-reconsideration": "Studenten ber om ny vurdering",
			"grant-reconsideration": "Ny vurdering er innvilget",
			"refuse-reconsideration": "Ny vurdering er ikke innvilget",
			cancel: "Avlyst",
			supervise: "Veileder er oppgitt",
			begin: "Praksisen har begynt",
			complete: "Praksisen er gjennomført",
		},
		refusals: {
			missing: "Praksisplassen finnes ikke.",
			"not-allowed": "Du kan ikke gjøre dette her.",
			"changed-by-another": "Noen andre har endret dette i mellomtiden. Se over, og prøv igjen.",
			"run-missing": "Velg en beregning før du publiserer.",
			"run-not-done": "Beregningen er ikke ferdig.",
			"nothing-placed": "Denne planen er allerede publisert. Ingenting er endret.",
			"run-outdated":
				"Kapasiteten er endret siden beregningen. For mange ved: {what}. Beregn på nytt før du publiserer.",
			"run-supposed":
				"Beregningen regner med plasser som ikke finnes, og kan ikke publiseres. Beregn på nytt når plassene er på plass.",
			"reason-missing": "Skriv hvorfor.",
			"closes-missing": "Velg om det gjelder bare denne studenten, eller om dere har én plass færre.",
			"next-missing": "Velg hva som skal skje med studenten.",
			"change-too-late": "Fristen for å endre svaret er ute. Ta kontakt med koordinatoren.",
			replanned: "Planen er publisert på nytt etter at dere svarte. Ta kontakt med koordinatoren.",
			"nothing-chosen": "Velg minst én plass.",
			"already-answered": "Det er alt svart på denne plassen.",
			"not-asked": "Studenten ber ikke lenger om ny vurdering.",
			"already-over": "Praksisplassen er avsluttet og kan ikke besvares.",
			begun: "Praksisen har begynt, så svaret kan ikke endres. Snakk med praksiskoordinatoren.",
			"link-spent": "Lenken er brukt eller utløpt.",
		},
		notices: {
			unanswered: {
				name: "Du har ikke svart på praksisplassen din",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Svar på praksisplassen din i ${courseName}`,
				body: ({ siteName }: { courseName: string; siteName: string }) =>
					`Godta plassen ved ${siteName}, eller be om en ny vurdering.`,
			},
			withdrawn: {
				name: "Du har ikke lenger praksisplass",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Praksisplassen din i ${courseName} gjelder ikke lenger`,
				body: ({ siteName, out }: { courseName: string; siteName: string; out?: boolean | undefined }) =>
					out
						? `Plassen ved ${siteName} er avlyst, og du er ikke lenger med i runden.`
						: `Plassen ved ${siteName} er tatt ut av planen. Praksiskoordinatoren finner en ny.`,
			},
			published: {
				name: "Praksisplassen din er klar",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Praksisplassen din i ${courseName} er klar`,
				body: ({ siteName }: { courseName: string; siteName: string }) =>
					`Du har fått plass ved ${siteName}. Se hvorfor det ble akkurat dette stedet, og svar.`,
			},
		},
		mail: {
			studentAgain: {
				reason: (course: string) => `Svar på praksisplassen din i ${course}.`,
				subject: (course: string) => `Påminnelse: svar på praksisplassen din i ${course}`,
				body: (name: string, site: string, path: string) =>
					`Hei ${name}!\n\nDu har ikke svart på praksisplassen ved ${site}. Godta plassen, eller be om en ny vurdering.\n\n[Se praksisplassen og svar](${path})`,
			},
			withdrawn: {
				subject: (course: string) => `Praksisplassen din i ${course} gjelder ikke lenger`,
				body: (name: string, site: string, out = false) =>
					out
						? `Hei ${name}!\n\nPlassen ved ${site} er avlyst, og du er ikke lenger med i runden. Ta kontakt med praksiskoordinatoren hvis det ikke stemmer.`
						: `Hei ${name}!\n\nPlassen ved ${site} er tatt ut av planen. Praksiskoordinatoren ved institusjonen din finner en ny plass. Du får beskjed når den er klar.`,
			},
			student: {
				reason: (course: string) => `Du har fått praksisplass i ${course}.`,
				subject: (course: string) => `Praksisplassen din i ${course}`,
				body: (name: string, site: string, path: string) =>
					`Hei ${name}!\n\nDu har fått praksisplass ved ${site}. På siden ser du hvorfor det ble dette stedet. Der kan du godta plassen eller be om en ny vurdering.\n\n[Se praksisplassen og svar](${path})`,
			},
			site: {
				reason: (round: string) => `Bekreft studentene dere får i runden ${round}.`,
				subject: (site: string, count: number) =>
					`${site}: bekreft ${count === 1 ? "én student" : `${count} studenter`}`,
				body: (site: string, count: number, path: string) =>
					`Hei!\n\n${site} er satt opp med ${count === 1 ? "én student" : `${count} studenter`}. Se hvem som kommer når, og bekreft eller si fra hvis noe ikke passer. Du trenger ingen konto.\n\n[Se studentene og svar](${path})`,
			},
		},
	},
	nn: {
		linkActions: { confirm: "Sjå studentane og svar", answer: "Sjå praksisplassen og svar" },
		job: "Publisering av praksisplassar",
		steps: { check: "Kontrollerer planen", write: "Skriv praksisplassar", tell: "Gir beskjed til studentar og stader" },
		states: {
			published: "Ventar på svar",
			confirmed: "Stadfesta",
			declined: "Avslått av praksisstaden",
			cancelled: "Avlyst",
			"under-way": "Går føre seg",
			completed: "Gjennomført",
		},
		studentAnswers: { accepted: "Godteken", reconsider: "Ber om ny vurdering" },
		verbs: {
			publish: "Publisert",
			supersede: "Erstatta av ny publisering",
			confirm: "Stadfesta av praksisstaden",
			decline: "Avslått av praksisstaden",
			accept: "Godteken av studenten",
			"ask-reconsideration": "Studenten ber om ny vurdering",
			"grant-reconsideration": "Ny vurdering er innvilga",
			"refuse-reconsideration": "Ny vurdering er ikkje innvilga",
			cancel: "Avlyst",
			supervise: "Rettleiar er oppgitt",
			begin: "Praksisen har byrja",
			complete: "Praksisen er gjennomført",
		},
		refusals: {
			missing: "Praksisplassen finst ikkje.",
			"not-allowed": "Du kan ikkje gjere dette her.",
			"changed-by-another": "Nokon andre har endra dette i mellomtida. Sjå over, og prøv igjen.",
			"run-missing": "Vel ei utrekning før du publiserer.",
			"run-not-done": "Utrekninga er ikkje ferdig.",
			"nothing-placed": "Denne planen er alt publisert. Ingenting er endra.",
			"run-outdated":
				"Kapasiteten er endra sidan utrekninga. For mange ved: {what}. Rekn ut på nytt før du publiserer.",
			"run-supposed":
				"Utrekninga reknar med plassar som ikkje finst, og kan ikkje publiserast. Rekn ut på nytt når plassane er på plass.",
			"reason-missing": "Skriv kvifor.",
			"closes-missing": "Vel om det gjeld berre denne studenten, eller om de har éin plass færre.",
			"next-missing": "Vel kva som skal skje med studenten.",
			"change-too-late": "Fristen for å endre svaret er ute. Ta kontakt med koordinatoren.",
			replanned: "Planen er publisert på nytt etter at de svarte. Ta kontakt med koordinatoren.",
			"nothing-chosen": "Vel minst éin plass.",
			"already-answered": "Det er alt svart på denne plassen.",
			"not-asked": "Studenten ber ikkje lenger om ny vurdering.",
			"already-over": "Praksisplassen er avslutta og kan ikkje svarast på.",
			begun: "Praksisen har byrja, så svaret kan ikkje endrast. Snakk med praksiskoordinatoren.",
			"link-spent": "Lenkja er brukt eller utgått.",
		},
		notices: {
			unanswered: {
				name: "Du har ikkje svart på praksisplassen din",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Svar på praksisplassen din i ${courseName}`,
				body: ({ siteName }: { courseName: string; siteName: string }) =>
					`Godta plassen ved ${siteName}, eller be om ei ny vurdering.`,
			},
			withdrawn: {
				name: "Du har ikkje lenger praksisplass",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Praksisplassen din i ${courseName} gjeld ikkje lenger`,
				body: ({ siteName, out }: { courseName: string; siteName: string; out?: boolean | undefined }) =>
					out
						? `Plassen ved ${siteName} er avlyst, og du er ikkje lenger med i runden.`
						: `Plassen ved ${siteName} er teken ut av planen. Praksiskoordinatoren finn ein ny.`,
			},
			published: {
				name: "Praksisplassen din er klar",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Praksisplassen din i ${courseName} er klar`,
				body: ({ siteName }: { courseName: string; siteName: string }) =>
					`Du har fått plass ved ${siteName}. Sjå kvifor det vart akkurat denne staden, og svar.`,
			},
		},
		mail: {
			studentAgain: {
				reason: (course: string) => `Svar på praksisplassen din i ${course}.`,
				subject: (course: string) => `Påminning: svar på praksisplassen din i ${course}`,
				body: (name: string, site: string, path: string) =>
					`Hei ${name}!\n\nDu har ikkje svart på praksisplassen ved ${site}. Godta plassen, eller be om ei ny vurdering.\n\n[Sjå praksisplassen og svar](${path})`,
			},
			withdrawn: {
				subject: (course: string) => `Praksisplassen din i ${course} gjeld ikkje lenger`,
				body: (name: string, site: string, out = false) =>
					out
						? `Hei ${name}!\n\nPlassen ved ${site} er avlyst, og du er ikkje lenger med i runden. Ta kontakt med praksiskoordinatoren om det ikkje stemmer.`
						: `Hei ${name}!\n\nPlassen ved ${site} er teken ut av planen. Praksiskoordinatoren ved institusjonen din finn ein ny plass. Du får melding når han er klar.`,
			},
			student: {
				reason: (course: string) => `Du har fått praksisplass i ${course}.`,
				subject: (course: string) => `Praksisplassen din i ${course}`,
				body: (name: string, site: string, path: string) =>
					`Hei ${name}!\n\nDu har fått praksisplass ved ${site}. På sida ser du kvifor det vart denne staden. Der kan du godta plassen eller be om ei ny vurdering.\n\n[Sjå praksisplassen og svar](${path})`,
			},
			site: {
				reason: (round: string) => `Stadfest studentane de får i runden ${round}.`,
				subject: (site: string, count: number) =>
					`${site}: stadfest ${count === 1 ? "éin student" : `${count} studentar`}`,
				body: (site: string, count: number, path: string) =>
					`Hei!\n\n${site} er sett opp med ${count === 1 ? "éin student" : `${count} studentar`}. Sjå kven som kjem når, og stadfest eller sei frå om noko ikkje passar. Du treng ingen konto.\n\n[Sjå studentane og svar](${path})`,
			},
		},
	},
	en: {
		linkActions: { confirm: "See the students and answer", answer: "See the placement and answer" },
		job: "Publication of placements",
		steps: { check: "Checking the plan", write: "Writing placements", tell: "Telling students and sites" },
		states: {
			published: "Waits for an answer",
			confirmed: "Confirmed",
			declined: "Declined by the site",
			cancelled: "Cancelled",
			"under-way": "Under way",
			completed: "Completed",
		},
		studentAnswers: { accepted: "Accepted", reconsider: "Asks for reconsideration" },
		verbs: {
			publish: "Published",
			supersede: "Superseded by a new publication",
			confirm: "Confirmed by the site",
			decline: "Declined by the site",
			accept: "Accepted by the student",
			"ask-reconsideration": "The student asks for reconsideration",
			"grant-reconsideration": "Reconsideration granted",
			"refuse-reconsideration": "Reconsideration not granted",
			cancel: "Cancelled",
			supervise: "Supervisor named",
			begin: "The placement has begun",
			complete: "The placement is completed",
		},
		refusals: {
			missing: "There is no such placement.",
			"not-allowed": "You cannot do this here.",
			"changed-by-another": "Somebody else has changed this meanwhile. Look it over, and try again.",
			"run-missing": "Choose a run before you publish.",
			"run-not-done": "The run is not done.",
			"nothing-placed": "This plan is published already. Nothing has changed.",
			"run-outdated": "Capacity has changed since the run. Too many at: {what}. Run again before you publish.",
			"run-supposed":
				"The run counts places that are not there, and cannot be published. Run again once the places are there.",
			"reason-missing": "Write why.",
			"closes-missing": "Choose whether it is about this student only, or you have one place fewer.",
			"next-missing": "Choose what becomes of the student.",
			"change-too-late": "The last day to change the answer has passed. Contact the coordinator.",
			replanned: "The plan has been published anew since you answered. Contact the coordinator.",
			"nothing-chosen": "Choose at least one placement.",
			"already-answered": "This placement is answered already.",
			"not-asked": "The student no longer asks for reconsideration.",
			"already-over": "The placement has ended and cannot be answered.",
			begun: "The placement has begun, so the answer cannot be changed. Talk to the placement coordinator.",
			"link-spent": "The link is used or has expired.",
		},
		notices: {
			unanswered: {
				name: "You have not answered about your placement",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Answer about your placement in ${courseName}`,
				body: ({ siteName }: { courseName: string; siteName: string }) =>
					`Accept the place at ${siteName}, or ask for reconsideration.`,
			},
			withdrawn: {
				name: "You no longer have a placement",
				title: ({ courseName }: { courseName: string; siteName: string }) =>
					`Your placement in ${courseName} no longer stands`,
				body: ({ siteName, out }: { courseName: string; siteName: string; out?: boolean | undefined }) =>
					out
						? `The place at ${siteName} is cancelled, and you are no longer in the round.`
						: `The place at ${siteName} is out of the plan. The placement coordinator will find another.`,
			},
			published: {
				name: "Your placement is ready",
				title: ({ courseName }: { courseName: string; siteName: string }) => `Your placement in ${courseName} is ready`,
				body: ({ siteName }: { courseName: string; siteName: string }) =>
					`You have a place at ${siteName}. See why it became this one, and answer.`,
			},
		},
		mail: {
			studentAgain: {
				reason: (course: string) => `Answer about your placement in ${course}.`,
				subject: (course: string) => `Reminder: answer about your placement in ${course}`,
				body: (name: string, site: string, path: string) =>
					`Hello ${name},\n\nYou have not answered about the place at ${site}. Accept it, or ask for reconsideration.\n\n[See the placement and answer](${path})`,
			},
			withdrawn: {
				subject: (course: string) => `Your placement in ${course} no longer stands`,
				body: (name: string, site: string, out = false) =>
					out
						? `Hello ${name},\n\nThe place at ${site} is cancelled, and you are no longer in the round. Contact the placement coordinator if that is not right.`
						: `Hello ${name},\n\nThe place at ${site} is out of the plan. The placement coordinator at your institution will find another. You will be told when it is ready.`,
			},
			student: {
				reason: (course: string) => `You have a placement in ${course}.`,
				subject: (course: string) => `Your placement in ${course}`,
				body: (name: string, site: string, path: string) =>
					`Dear ${name},\n\nYou have a placement at ${site}. The page shows why it became this one. There you can accept it or ask for reconsideration.\n\n[See the placement and answer](${path})`,
			},
			site: {
				reason: (round: string) => `Confirm the students you receive in the round ${round}.`,
				subject: (site: string, count: number) =>
					`${site}: confirm ${count === 1 ? "one student" : `${count} students`}`,
				body: (site: string, count: number, path: string) =>
					`Hello,\n\n${site} is set up with ${count === 1 ? "one student" : `${count} students`}. See who comes when, and confirm or tell us if something does not fit. You need no account.\n\n[See the students and answer](${path})`,
			},
		},
	},
});
