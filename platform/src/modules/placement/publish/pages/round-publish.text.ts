import { defineText } from "../../../../language.ts";

/** What the page that publishes a round says. */
export const roundPublishText = defineText({
	nb: {
		publishTitle: "Publiser fordelingen",
		over: "Runden er over. Det som ble publisert, står under.",
		checkRoom: "Kontroller om alle stedene fortsatt har plass",
		publishNone: "Ingen beregning er valgt",
		publishNoneBody: "Velg en ferdig beregning først. Da ser du her hva publiseringen endrer.",
		toRuns: "Se beregningene",
		upToDate: "Denne beregningen er publisert, og ingenting er endret siden.",
		lostSince: (count: number) =>
			`Denne beregningen er publisert. ${count === 1 ? "Én student har" : `${count} studenter har`} mistet plassen eller trukket seg siden. Beregn på nytt for å finne nye plasser. Velg «Behold publiserte plasser» i reglene hvis de andre skal bli der de er.`,
		toRules: "Se reglene",
		publishLead: (run: string) =>
			`Beregningen «${run}» blir gjeldende. De av studentene og praksisstedene som har e-post eller konto, får beskjed med en gang.`,
		publishLeadNoMail: (run: string) =>
			`Beregningen «${run}» blir gjeldende. De som har konto, finner det i innboksen med en gang. Denne installasjonen sender ikke e-post: de andre må få lister eller lenker fra dere.`,
		changes: {
			added: "nye plasser",
			changed: "får annen plass enn før",
			removed: "mister plassen",
			kept: "beholder plassen",
			keptStanding: "har plass",
			unplacedStanding: "er uten plass",
			unplaced: "blir uten plass",
			withdrawn: "har trukket seg siden beregningen",
			ended: "er avslått eller avlyst siden beregningen, og publiseres ikke på nytt",
		},
		overbooked: "Disse stedene har ikke lenger plass til alle. Beregn på nytt.",
		promisedTo: (name: string) => `Resten er lovet til ${name}.`,
		overbookedLine: (name: string, planned: string, most: string) => `${name}: ${planned} planlagt, plass til ${most}`,
		seeAndPublish: "Se over og publiser",
		history: "Publiseringer",
		historyColumns: { number: "Nr.", when: "Publisert", by: "Av", run: "Beregning", changes: "Endringer" },
		changesLine: (added: string, changed: string, removed: string) =>
			`${added} nye, ${changed} endret, ${removed} fjernet`,
		answersTitle: "Svar",
		answers: {
			confirmed: "bekreftet av praksisstedet",
			accepted: "godtatt av studenten",
			declined: "avslått av praksisstedet",
			reconsider: "studenter ber om ny vurdering",
		},
		of: (count: string, all: string) => `${count} av ${all}`,
		remindSites: "Send påminnelse til steder som ikke har svart",
		reminded: (asked: number, without: number) =>
			[
				...(asked > 0 ? [`Påminnelse er sendt til ${asked} praksissted${asked === 1 ? "" : "er"}.`] : []),
				...(without > 0 ? [`${without} har ikke fått, for vi kan ikke sende dem e-post. Lag lenker til dem.`] : []),
				...(asked + without === 0 ? ["Alle praksisstedene har svart."] : []),
			].join(" "),
		seeAll: "Se alle praksisplassene i runden",
		shareTitle: "Del listene",
		shareLead: "Excel-lister for denne runden: hvem som kommer til hvert sted, og hvor hver student skal.",
		unreached: "Disse har ikke fått beskjed",
		unreachedSites: (count: number) =>
			count === 1 ? "Ett praksissted mangler e-postadresse:" : `${count} praksissteder mangler e-postadresse:`,
		noMail: "Ingen har fått e-post, for denne installasjonen sender ikke e-post",
		noMailSites: "Disse stedene har ikke svart. Send dem hver sin lenke:",
		noMailStudents: (count: number) =>
			count === 1
				? "Én student uten konto har ikke fått beskjed."
				: `${count} studenter uten konto har ikke fått beskjed.`,
		unreachedMore: (count: number) => `og ${count} til`,
		unreachedStudents: (count: number) =>
			count === 1 ? "Én student mangler e-postadresse." : `${count} studenter mangler e-postadresse.`,
		unreachedWay: "Legg inn adressen og send påminnelse, eller send dem listen eller lenkene selv.",
	},
	nn: {
		publishTitle: "Publiser fordelinga",
		over: "Runden er over. Det som vart publisert, står under.",
		checkRoom: "Kontroller om alle stadene framleis har plass",
		publishNone: "Inga utrekning er vald",
		publishNoneBody: "Vel ei ferdig utrekning først. Då ser du her kva publiseringa endrar.",
		toRuns: "Sjå utrekningane",
		upToDate: "Denne utrekninga er publisert, og ingenting er endra sidan.",
		lostSince: (count: number) =>
			`Denne utrekninga er publisert. ${count === 1 ? "Éin student har" : `${count} studentar har`} mist plassen eller trekt seg sidan. Rekn ut på nytt for å finne nye plassar. Vel «Behald publiserte plassar» i reglane om dei andre skal bli der dei er.`,
		toRules: "Sjå reglane",
		publishLead: (run: string) =>
			`Utrekninga «${run}» blir gjeldande. Dei av studentane og praksisstadene som har e-post eller konto, får beskjed med ein gong.`,
		publishLeadNoMail: (run: string) =>
			`Utrekninga «${run}» blir gjeldande. Dei som har konto, finn det i innboksen med ein gong. Denne installasjonen sender ikkje e-post: dei andre må få lister eller lenkjer frå dykk.`,
		changes: {
			added: "nye plassar",
			changed: "får annan plass enn før",
			removed: "mistar plassen",
			kept: "held på plassen",
			keptStanding: "har plass",
			unplacedStanding: "er utan plass",
			unplaced: "blir utan plass",
			withdrawn: "har trekt seg sidan utrekninga",
			ended: "er avslått eller avlyst sidan utrekninga, og blir ikkje publisert på nytt",
		},
		overbooked: "Desse stadene har ikkje lenger plass til alle. Rekn ut på nytt.",
		promisedTo: (name: string) => `Resten er lova til ${name}.`,
		overbookedLine: (name: string, planned: string, most: string) => `${name}: ${planned} planlagde, plass til ${most}`,
		seeAndPublish: "Sjå over og publiser",
		history: "Publiseringar",
		historyColumns: { number: "Nr.", when: "Publisert", by: "Av", run: "Utrekning", changes: "Endringar" },
		changesLine: (added: string, changed: string, removed: string) =>
			`${added} nye, ${changed} endra, ${removed} fjerna`,
		answersTitle: "Svar",
		answers: {
			confirmed: "stadfesta av praksisstaden",
			accepted: "godteke av studenten",
			declined: "avslått av praksisstaden",
			reconsider: "studentar ber om ny vurdering",
		},
		of: (count: string, all: string) => `${count} av ${all}`,
		remindSites: "Send påminning til stader som ikkje har svara",
		reminded: (asked: number, without: number) =>
			[
				...(asked > 0 ? [`Påminning er send til ${asked} praksisstad${asked === 1 ? "" : "er"}.`] : []),
				...(without > 0 ? [`${without} har ikkje fått, for vi kan ikkje sende dei e-post. Lag lenkjer til dei.`] : []),
				...(asked + without === 0 ? ["Alle praksisstadene har svara."] : []),
			].join(" "),
		seeAll: "Sjå alle praksisplassane i runden",
		shareTitle: "Del listene",
		shareLead: "Excel-lister for denne runden: kven som kjem til kvar stad, og kvar kvar student skal.",
		unreached: "Desse har ikkje fått beskjed",
		unreachedSites: (count: number) =>
			count === 1 ? "Éin praksisstad manglar e-postadresse:" : `${count} praksisstader manglar e-postadresse:`,
		noMail: "Ingen har fått e-post, for denne installasjonen sender ikkje e-post",
		noMailSites: "Desse stadene har ikkje svart. Send dei kvar si lenkje:",
		noMailStudents: (count: number) =>
			count === 1
				? "Éin student utan konto har ikkje fått beskjed."
				: `${count} studentar utan konto har ikkje fått beskjed.`,
		unreachedMore: (count: number) => `og ${count} til`,
		unreachedStudents: (count: number) =>
			count === 1 ? "Éin student manglar e-postadresse." : `${count} studentar manglar e-postadresse.`,
		unreachedWay: "Legg inn adressa og send påminning, eller send dei lista eller lenkjene sjølv.",
	},
	en: {
		publishTitle: "Publish the allocation",
		over: "The round is over. What was published stands below.",
		checkRoom: "Check that every site still has room",
		publishNone: "No run is chosen",
		publishNoneBody: "Choose a finished run first. Then you see here what publishing changes.",
		toRuns: "See the runs",
		upToDate: "This run is published, and nothing has changed since.",
		lostSince: (count: number) =>
			`This run is published. ${count === 1 ? "One student has" : `${count} students have`} lost the place or withdrawn since. Run again to find new places. Choose “Keep published places” in the rules if the others are to stay where they are.`,
		toRules: "See the rules",
		publishLead: (run: string) =>
			`The run “${run}” becomes what holds. Students and sites with an e-mail address or an account are told at once.`,
		publishLeadNoMail: (run: string) =>
			`The run “${run}” becomes what holds. Those with an account find it in their inbox at once. This installation sends no e-mail: the others need lists or links from you.`,
		changes: {
			added: "new places",
			changed: "get another place than before",
			removed: "lose their place",
			kept: "keep their place",
			keptStanding: "have a place",
			unplacedStanding: "are without a place",
			unplaced: "are left without a place",
			withdrawn: "have withdrawn since the run",
			ended: "declined or cancelled since the run, and not published again",
		},
		overbooked: "These sites no longer have room for all. Run again.",
		promisedTo: (name: string) => `The rest is promised to ${name}.`,
		overbookedLine: (name: string, planned: string, most: string) => `${name}: ${planned} planned, room for ${most}`,
		seeAndPublish: "Look over and publish",
		history: "Publications",
		historyColumns: { number: "No.", when: "Published", by: "By", run: "Run", changes: "Changes" },
		changesLine: (added: string, changed: string, removed: string) =>
			`${added} new, ${changed} changed, ${removed} removed`,
		answersTitle: "Answers",
		answers: {
			confirmed: "confirmed by the site",
			accepted: "accepted by the student",
			declined: "declined by the site",
			reconsider: "students ask for reconsideration",
		},
		of: (count: string, all: string) => `${count} of ${all}`,
		remindSites: "Remind sites that have not answered",
		reminded: (asked: number, without: number) =>
			[
				...(asked > 0 ? [asked === 1 ? "1 site has been reminded." : `${asked} sites have been reminded.`] : []),
				...(without > 0 ? [`${without} have not, because we cannot e-mail them. Make links for them.`] : []),
				...(asked + without === 0 ? ["All sites have answered."] : []),
			].join(" "),
		seeAll: "See all placements of the round",
		shareTitle: "Share the lists",
		shareLead: "Excel lists of this round: who comes to each site, and where each student goes.",
		unreached: "These have not been told",
		unreachedSites: (count: number) =>
			count === 1 ? "One site has no e-mail address:" : `${count} sites have no e-mail address:`,
		noMail: "Nobody has been sent e-mail: this installation sends none",
		noMailSites: "These sites have not answered. Send each of them a link:",
		noMailStudents: (count: number) =>
			count === 1
				? "One student without an account has not been told."
				: `${count} students without an account have not been told.`,
		unreachedMore: (count: number) => `and ${count} more`,
		unreachedStudents: (count: number) =>
			count === 1 ? "One student has no e-mail address." : `${count} students have no e-mail address.`,
		unreachedWay: "Enter the address and send a reminder, or send them the list or the links yourself.",
	},
});
