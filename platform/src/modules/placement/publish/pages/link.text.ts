import { defineText } from "../../../../language.ts";

/** The page that makes links to answer by. */
export const linkText = defineText({
	nb: {
		title: "Lenke til å svare",
		open: "Lag lenke til å svare",
		lead: "Bruk den når noen mangler e-post eller ikke finner den. Lenken krever ingen konto og virker i 60 dager.",
		make: (name: string) => `Lag lenke til ${name}`,
		made: (name: string) => `Lenken til ${name} er klar`,
		once: "Kopier den nå. Den vises bare denne ene gangen.",
		copy: "Kopier lenken",
		all: "Last ned lenkene",
		sheets: { sites: "Praksissteder", students: "Studenter" },
		note: "Hver lenke er personlig. Send den bare til den det gjelder. Lenker som er sendt før, virker fortsatt.",
		file: "lenker-til-svar",
		columns: {
			...{ site: "Praksissted", placements: "Praksisplasser å svare på", contact: "Kontaktperson", email: "E-post" },
			...{ student: "Student", number: "Studentnummer", course: "Emne", link: "Lenke", until: "Virker til" },
		},
	},
	nn: {
		title: "Lenkje til å svare",
		open: "Lag lenkje til å svare",
		lead: "Bruk henne når nokon manglar e-post eller ikkje finn han. Lenkja krev ingen konto og verkar i 60 dagar.",
		make: (name: string) => `Lag lenkje til ${name}`,
		made: (name: string) => `Lenkja til ${name} er klar`,
		once: "Kopier henne no. Ho blir vist berre denne eine gongen.",
		copy: "Kopier lenkja",
		all: "Last ned lenkjene",
		sheets: { sites: "Praksisstader", students: "Studentar" },
		note: "Kvar lenkje er personleg. Send henne berre til den det gjeld. Lenkjer som er sende før, verkar framleis.",
		file: "lenkjer-til-svar",
		columns: {
			...{ site: "Praksisstad", placements: "Praksisplassar å svare på", contact: "Kontaktperson", email: "E-post" },
			...{ student: "Student", number: "Studentnummer", course: "Emne", link: "Lenkje", until: "Verkar til" },
		},
	},
	en: {
		title: "Link to answer by",
		open: "Make a link to answer by",
		lead: "For those who have no e-mail, or cannot find it. The link needs no account and works for 60 days.",
		make: (name: string) => `Make a link for ${name}`,
		made: (name: string) => `The link for ${name} is ready`,
		once: "Copy it now. It is shown this once only.",
		copy: "Copy the link",
		all: "Download the links",
		sheets: { sites: "Sites", students: "Students" },
		note: "Each link is personal. Send it only to whom it is for. Links sent before go on working.",
		file: "links-to-answer-by",
		columns: {
			...{ site: "Site", placements: "Placements to answer for", contact: "Contact", email: "E-mail" },
			...{ student: "Student", number: "Student number", course: "Course", link: "Link", until: "Works until" },
		},
	},
});
