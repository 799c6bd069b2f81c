import type { Templates } from "./templates.ts";

export const bokmal: Templates = {
	placements: {
		goal: "Studentene får praksisplasser av god kvalitet, nok av dem og kjent i god tid. Studentene bidrar til utvikling der de har praksis.",
		responsibility:
			"Tjenestene melder hva hvert sted kan ta imot, og veileder studentene. Utdanningen bestiller plasser, fordeler studentene og har det faglige ansvaret for vurderingen.",
		obligations:
			"Tjenestene melder kapasitet innen avtalt frist hvert år. Utdanningen melder behov for plasser i samme runde. En plass som faller bort, meldes straks, og partene finner en ny sammen.",
		payer:
			"Tjenestene får godtgjøring etter gjeldende satser. Utdanningen dekker studentenes reise og bolig etter egne regler.",
		commitments: [{ side: "service", what: "Praksisplasser til avtalte studier" }],
	},
	"supervisor-training": {
		goal: "Alle som veileder studenter, har opplæring i å veilede.",
		responsibility: "Tjenestene velger ut veiledere og gir dem tid. Utdanningen tilbyr opplæringen.",
		obligations:
			"Utdanningen holder opplæring på tider og steder som passer for tjenestene. Tjenestene sørger for at veilederne kan delta, og at de får tid til å veilede.",
		payer: "Opplæringen er gratis for tjenestene. Tjenestene dekker vikar og reise.",
		commitments: [
			{ side: "service", what: "Veiledere som fullfører opplæring" },
			{ side: "education", what: "Plasser i veilederopplæring" },
		],
	},
	"further-education": {
		goal: "Ansatte får den kompetansen tjenestene trenger framover, gjennom etter- og videreutdanning.",
		responsibility: "Tjenestene melder behov ut fra kompetanseplanen sin. Utdanningen utvikler tilbudene.",
		obligations:
			"Partene går gjennom behov og tilbud hvert år før studiene lyses ut. Tjenestene avklarer permisjon og vikar før ansatte søker.",
		payer: "Hver part dekker sine utgifter. Partene søker tilskudd sammen der det er mulig.",
		commitments: [{ side: "education", what: "Kurs og studier som tjenestene har bedt om" }],
	},
	"shared-positions": {
		goal: "Personer som arbeider begge steder, knytter undervisning, forskning og praksis sammen.",
		responsibility: "Hver part er arbeidsgiver for sin del av stillingen. Hovedarbeidsgiveren følger opp den ansatte.",
		obligations:
			"Partene avtaler oppgaver, andel og varighet skriftlig for hver stilling, og evaluerer den sammen hvert år.",
		payer: "Hver part lønner sin andel av stillingen.",
		commitments: [{ side: "service", what: "Delte stillinger som er besatt" }],
	},
	research: {
		goal: "Partene forsker og utvikler sammen på spørsmål som kommer fra tjenestene, og resultatene blir tatt i bruk.",
		responsibility:
			"Tjenestene melder tema og gir tilgang til praksisfeltet. Utdanningen har det vitenskapelige ansvaret.",
		obligations:
			"Partene velger tema sammen hvert år. Hvert prosjekt har en ansvarlig hos begge parter og en plan for hvordan resultatene skal brukes.",
		payer: "Hver part dekker egen arbeidstid. Partene søker eksterne midler sammen.",
		commitments: [{ side: "education", what: "Felles forsknings- og utviklingsprosjekter" }],
	},
	theses: {
		goal: "Studenter skriver oppgaver om spørsmål tjenestene trenger svar på.",
		responsibility:
			"Tjenestene foreslår tema og har en kontaktperson for hver oppgave. Utdanningen veileder studenten.",
		obligations:
			"Tjenestene legger fram tema i god tid før studentene velger. Studentene legger fram resultatet for tjenestene.",
		payer: "Oppgavene koster ikke partene noe ut over egen arbeidstid.",
		commitments: [{ side: "service", what: "Tema som tilbys studentene" }],
	},
	"learning-outcomes": {
		goal: "Det studentene lærer, svarer til det tjenestene trenger.",
		responsibility: "Utdanningen fastsetter læringsutbyttet. Tjenestene sier hva de trenger.",
		obligations:
			"Utdanningen legger utkast til nye og endrede studieplaner fram for tjenestene med rimelig frist, og svarer på hvert innspill.",
		payer: "Hver part dekker egen arbeidstid.",
		commitments: [{ side: "education", what: "Møter om studieplaner og læringsutbytte" }],
	},
	innovation: {
		goal: "Partene prøver ut nye løsninger sammen, og det som virker, blir en del av driften.",
		responsibility:
			"Tjenestene eier behovet og beslutningen om å ta i bruk. Utdanningen bidrar med metode og studenter.",
		obligations: "Hvert prosjekt har mål, en eier og en dato for å avgjøre om løsningen skal tas i bruk.",
		payer: "Hver part dekker egen arbeidstid. Andre utgifter avtales for hvert prosjekt.",
		commitments: [{ side: "service", what: "Utprøvinger med mål og eier" }],
	},
	"digital-competence": {
		goal: "Studenter og ansatte mestrer de digitale verktøyene tjenestene bruker.",
		responsibility: "Tjenestene gir tilgang til verktøy og testmiljø. Utdanningen tar dem inn i undervisningen.",
		obligations: "Partene deler kunnskap om nye verktøy. Studentene får opplæring før de møter verktøyene i praksis.",
		payer: "Hver part dekker egen arbeidstid og egne lisenser.",
		commitments: [{ side: "education", what: "Kurs i digitale verktøy for studenter og ansatte" }],
	},
	"user-involvement": {
		goal: "Brukere og pårørende er med på å forme utdanningen og tjenestene.",
		responsibility: "Tjenestene har kontakt med råd og brukere. Utdanningen gir dem plass i undervisning og utvikling.",
		obligations: "Brukerrepresentanter inviteres tidlig og får vite hva innspillene førte til.",
		payer: "Den som inviterer, dekker honorar og reise.",
		commitments: [{ side: "education", what: "Møter og undervisning med brukerrepresentanter" }],
	},
	"interprofessional-practice": {
		goal: "Studenter fra ulike studier lærer å arbeide sammen om brukerne.",
		responsibility:
			"Tjenestene legger til rette for at studenter fra flere studier er samme sted samtidig. Utdanningen samordner studieplanene.",
		obligations: "Partene avtaler steder og uker for tverrprofesjonell praksis i samme runde som annen praksis.",
		payer: "Som for andre praksisplasser.",
		commitments: [{ side: "service", what: "Plasser i tverrprofesjonell praksis" }],
	},
	"decentralised-study": {
		goal: "Folk kan ta utdanning der de bor, og blir værende i tjenestene.",
		responsibility: "Tjenestene rekrutterer søkere og gir rom og tid. Utdanningen har ansvar for studiet.",
		obligations:
			"Partene avtaler oppstart, antall og samlinger i god tid før opptaket. Tjenestene avklarer permisjon før ansatte søker.",
		payer: "Utdanningen dekker studiet. Tjenestene dekker lokaler og permisjon etter egne regler.",
		commitments: [{ side: "education", what: "Desentraliserte studier eller kurs" }],
	},
	"job-shadowing": {
		goal: "Ansatte i utdanningen kjenner tjenestene, og ansatte i tjenestene kjenner utdanningen.",
		responsibility: "Den som tar imot, lager plan for dagene. Den som sender, gir fri med lønn.",
		obligations: "Partene lyser ut hospitering hvert år, og den som har hospitert, deler det hun eller han lærte.",
		payer: "Hver part lønner egne ansatte. Den som sender, dekker reise.",
		commitments: [
			{ side: "service", what: "Dager der vi tar imot ansatte fra utdanningen" },
			{ side: "education", what: "Dager der vi tar imot ansatte fra tjenestene" },
		],
	},
	"campus-lecturing": {
		goal: "Studentene møter fagfolk fra tjenestene i undervisningen.",
		responsibility: "Utdanningen planlegger undervisningen. Tjenestene finner fagfolk og gir dem tid.",
		obligations: "Utdanningen melder behov før semesteret. Den som underviser, får opplegg og hjelp til forberedelse.",
		payer: "Utdanningen betaler for undervisning og reise etter egne satser.",
		commitments: [{ side: "service", what: "Forelesninger ved fagfolk fra tjenestene" }],
	},
	recruitment: {
		goal: "Flere søker seg til tjenestene etter endt utdanning, og flere blir.",
		responsibility: "Tjenestene følger opp studenter og nyutdannede. Utdanningen gjør tjenestene kjent for studentene.",
		obligations:
			"Tjenestene møter studentene i alle studieår. Partene følger med på hvor mange som får jobb der de hadde praksis.",
		payer: "Hver part dekker egen arbeidstid.",
		commitments: [{ side: "service", what: "Treff og tilbud for studenter som snart er ferdige" }],
	},
};
