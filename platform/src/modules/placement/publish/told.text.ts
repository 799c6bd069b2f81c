import { defineText } from "../../../language.ts";

type Count = number;
type AtHost = { readonly from: string; readonly round: string; readonly fresh: Count; readonly ended: Count };
type About = { readonly siteName: string; readonly courseName: string };
type Reconsidered = About & { readonly granted: boolean };

const said = (count: Count, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

/** What coordinators and sites are told of what happens to placements. */
export const toldText = defineText({
	nb: {
		atHost: {
			name: "Praksisplasser hos dere er publisert",
			title: ({ from, round }: AtHost) => `${from} har publisert ${round}`,
			body: ({ fresh, ended }: AtHost) =>
				[
					...(fresh > 0 ? [`${said(fresh, "Én student kommer", "studenter kommer")} til dere.`] : []),
					...(ended > 0 ? [`${said(ended, "Én plass", "plasser")} fra før gjelder ikke lenger.`] : []),
				].join(" "),
		},
		declined: {
			name: "Et praksissted har avslått en plass",
			title: ({ siteName }: About) => `${siteName} har avslått en praksisplass`,
			body: ({ courseName }: About) => `${courseName}. Studenten trenger en ny plass.`,
		},
		restored: {
			name: "Et praksissted tar imot en student likevel",
			title: ({ siteName }: About) => `${siteName} tar imot studenten likevel`,
			body: ({ courseName }: About) => `${courseName}. Stedet har endret svaret, og studenten har plassen igjen.`,
		},
		reconsider: {
			name: "En student ber om ny vurdering",
			title: ({ courseName }: About) => `En student i ${courseName} ber om ny vurdering`,
			body: ({ siteName }: About) => `Plassen ved ${siteName} gjelder til dere har svart.`,
		},
		replan: {
			name: "En student skal få en annen praksisplass",
			title: ({ courseName }: About) => `En student i ${courseName} skal få en annen plass`,
			body: ({ siteName }: About) =>
				`Institusjonen har innvilget en ny vurdering. Plassen ved ${siteName} beholdes til en ny er publisert.`,
		},
		reconsidered: {
			name: "Du har fått svar på ny vurdering av praksisplassen",
			title: ({ courseName, granted }: Reconsidered) =>
				granted ? `Du skal få en annen plass i ${courseName}` : `Praksisplassen din i ${courseName} blir stående`,
			body: ({ siteName, granted }: Reconsidered) =>
				granted
					? `Du beholder plassen ved ${siteName} til en ny er klar. Les begrunnelsen.`
					: `Du har fortsatt plass ved ${siteName}. Les begrunnelsen.`,
		},
		reconsideredMail: {
			reason: (course: string) => `Les svaret på ny vurdering av plassen din i ${course}.`,
			subject: (course: string) => `Svar på ny vurdering av praksisplassen din i ${course}`,
			body: (name: string, site: string, path: string) =>
				`Hei ${name}!\n\nDu har fått svar på ønsket om ny vurdering av plassen ved ${site}.\n\n[Les svaret og begrunnelsen](${path})`,
		},
		cancelled: {
			name: "En praksisplass er avlyst",
			title: ({ siteName }: About) => `En praksisplass ved ${siteName} er avlyst`,
			body: ({ courseName }: About) => `${courseName}. Plassen er ledig igjen.`,
		},
		siteEnded: {
			subject: (site: string) => `Endret: studenter til ${site}`,
			body: (site: string, count: Count) =>
				`Hei!\n\n${said(count, "Én student som skulle komme til", "studenter som skulle komme til")} ${site}, kommer likevel ikke. Har du en lenke fra før, viser den hvem som kommer nå.`,
		},
	},
	nn: {
		atHost: {
			name: "Praksisplassar hos dykk er publiserte",
			title: ({ from, round }: AtHost) => `${from} har publisert ${round}`,
			body: ({ fresh, ended }: AtHost) =>
				[
					...(fresh > 0 ? [`${said(fresh, "Éin student kjem", "studentar kjem")} til dykk.`] : []),
					...(ended > 0 ? [`${said(ended, "Éin plass", "plassar")} frå før gjeld ikkje lenger.`] : []),
				].join(" "),
		},
		declined: {
			name: "Ein praksisstad har avslått ein plass",
			title: ({ siteName }: About) => `${siteName} har avslått ein praksisplass`,
			body: ({ courseName }: About) => `${courseName}. Studenten treng ein ny plass.`,
		},
		restored: {
			name: "Ein praksisstad tek imot ein student likevel",
			title: ({ siteName }: About) => `${siteName} tek imot studenten likevel`,
			body: ({ courseName }: About) => `${courseName}. Staden har endra svaret, og studenten har plassen igjen.`,
		},
		reconsider: {
			name: "Ein student ber om ny vurdering",
			title: ({ courseName }: About) => `Ein student i ${courseName} ber om ny vurdering`,
			body: ({ siteName }: About) => `Plassen ved ${siteName} gjeld til de har svart.`,
		},
		replan: {
			name: "Ein student skal få ein annan praksisplass",
			title: ({ courseName }: About) => `Ein student i ${courseName} skal få ein annan plass`,
			body: ({ siteName }: About) =>
				`Institusjonen har innvilga ei ny vurdering. Plassen ved ${siteName} står til ein ny er publisert.`,
		},
		reconsidered: {
			name: "Du har fått svar på ny vurdering av praksisplassen",
			title: ({ courseName, granted }: Reconsidered) =>
				granted ? `Du skal få ein annan plass i ${courseName}` : `Praksisplassen din i ${courseName} blir ståande`,
			body: ({ siteName, granted }: Reconsidered) =>
				granted
					? `Du held på plassen ved ${siteName} til ein ny er klar. Les grunngivinga.`
					: `Du har framleis plass ved ${siteName}. Les grunngivinga.`,
		},
		reconsideredMail: {
			reason: (course: string) => `Les svaret på ny vurdering av plassen din i ${course}.`,
			subject: (course: string) => `Svar på ny vurdering av praksisplassen din i ${course}`,
			body: (name: string, site: string, path: string) =>
				`Hei ${name}!\n\nDu har fått svar på ønsket om ny vurdering av plassen ved ${site}.\n\n[Les svaret og grunngivinga](${path})`,
		},
		cancelled: {
			name: "Ein praksisplass er avlyst",
			title: ({ siteName }: About) => `Ein praksisplass ved ${siteName} er avlyst`,
			body: ({ courseName }: About) => `${courseName}. Plassen er ledig igjen.`,
		},
		siteEnded: {
			subject: (site: string) => `Endra: studentar til ${site}`,
			body: (site: string, count: Count) =>
				`Hei!\n\n${said(count, "Éin student som skulle kome til", "studentar som skulle kome til")} ${site}, kjem likevel ikkje. Har du ei lenkje frå før, viser ho kven som kjem no.`,
		},
	},
	en: {
		atHost: {
			name: "Placements with you are published",
			title: ({ from, round }: AtHost) => `${from} has published ${round}`,
			body: ({ fresh, ended }: AtHost) =>
				[
					...(fresh > 0 ? [`${said(fresh, "One student comes", "students come")} to you.`] : []),
					...(ended > 0
						? [`${said(ended, "One earlier place no longer stands", "earlier places no longer stand")}.`]
						: []),
				].join(" "),
		},
		declined: {
			name: "A site has declined a placement",
			title: ({ siteName }: About) => `${siteName} has declined a placement`,
			body: ({ courseName }: About) => `${courseName}. The student needs another place.`,
		},
		restored: {
			name: "A site takes a student after all",
			title: ({ siteName }: About) => `${siteName} takes the student after all`,
			body: ({ courseName }: About) =>
				`${courseName}. The site has changed its answer, and the student has the place again.`,
		},
		reconsider: {
			name: "A student asks for reconsideration",
			title: ({ courseName }: About) => `A student in ${courseName} asks for reconsideration`,
			body: ({ siteName }: About) => `The place at ${siteName} stands until you have answered.`,
		},
		replan: {
			name: "A student is to have another placement",
			title: ({ courseName }: About) => `A student in ${courseName} is to have another place`,
			body: ({ siteName }: About) =>
				`The institution has granted reconsideration. The place at ${siteName} is kept until another is published.`,
		},
		reconsidered: {
			name: "Your request for reconsideration is answered",
			title: ({ courseName, granted }: Reconsidered) =>
				granted ? `You are to have another place in ${courseName}` : `Your placement in ${courseName} stands`,
			body: ({ siteName, granted }: Reconsidered) =>
				granted
					? `You keep the place at ${siteName} until another is ready. Read why.`
					: `You still have the place at ${siteName}. Read why.`,
		},
		reconsideredMail: {
			reason: (course: string) => `Read the answer about your placement in ${course}.`,
			subject: (course: string) => `Answer about your placement in ${course}`,
			body: (name: string, site: string, path: string) =>
				`Dear ${name},\n\nYour request for reconsideration of the place at ${site} is answered.\n\n[Read the answer and why](${path})`,
		},
		cancelled: {
			name: "A placement is cancelled",
			title: ({ siteName }: About) => `A placement at ${siteName} is cancelled`,
			body: ({ courseName }: About) => `${courseName}. The place is free again.`,
		},
		siteEnded: {
			subject: (site: string) => `Changed: students at ${site}`,
			body: (site: string, count: Count) =>
				`Hello!\n\n${said(count, "One student who was to come", "students who were to come")} to ${site} will not come after all. A link you have had before shows who comes now.`,
		},
	},
});
