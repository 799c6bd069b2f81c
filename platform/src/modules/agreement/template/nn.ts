import type { Templates } from "./templates.ts";

export const nynorsk: Templates = {
	placements: {
		goal: "Studentane får praksisplassar av god kvalitet, nok av dei og kjende i god tid. Studentane bidreg til utvikling der dei har praksis.",
		responsibility:
			"Tenestene melder kva kvar stad kan ta imot, og rettleier studentane. Utdanninga tingar plassar, fordeler studentane og har det faglege ansvaret for vurderinga.",
		obligations:
			"Tenestene melder kapasitet innan avtalt frist kvart år. Utdanninga melder behov for plassar i same runden. Ein plass som fell bort, blir meld straks, og partane finn ein ny saman.",
		payer:
			"Tenestene får godtgjersle etter gjeldande satsar. Utdanninga dekkjer reise og bustad for studentane etter eigne reglar.",
		commitments: [{ side: "service", what: "Praksisplassar til avtalte studium" }],
	},
	"supervisor-training": {
		goal: "Alle som rettleier studentar, har opplæring i å rettleie.",
		responsibility: "Tenestene vel ut rettleiarar og gir dei tid. Utdanninga tilbyr opplæringa.",
		obligations:
			"Utdanninga held opplæring på tider og stader som passar for tenestene. Tenestene syter for at rettleiarane kan delta, og at dei får tid til å rettleie.",
		payer: "Opplæringa er gratis for tenestene. Tenestene dekkjer vikar og reise.",
		commitments: [
			{ side: "service", what: "Rettleiarar som fullfører opplæring" },
			{ side: "education", what: "Plassar i rettleiaropplæring" },
		],
	},
	"further-education": {
		goal: "Tilsette får den kompetansen tenestene treng framover, gjennom etter- og vidareutdanning.",
		responsibility: "Tenestene melder behov ut frå kompetanseplanen sin. Utdanninga utviklar tilboda.",
		obligations:
			"Partane går gjennom behov og tilbod kvart år før studia blir lyste ut. Tenestene avklarar permisjon og vikar før tilsette søkjer.",
		payer: "Kvar part dekkjer sine utgifter. Partane søkjer tilskot saman der det er mogleg.",
		commitments: [{ side: "education", what: "Kurs og studium som tenestene har bede om" }],
	},
	"shared-positions": {
		goal: "Personar som arbeider begge stader, knyter undervisning, forsking og praksis saman.",
		responsibility: "Kvar part er arbeidsgivar for sin del av stillinga. Hovudarbeidsgivaren følgjer opp den tilsette.",
		obligations:
			"Partane avtaler oppgåver, del og lengd skriftleg for kvar stilling, og evaluerer henne saman kvart år.",
		payer: "Kvar part lønner sin del av stillinga.",
		commitments: [{ side: "service", what: "Delte stillingar som er besette" }],
	},
	research: {
		goal: "Partane forskar og utviklar saman på spørsmål som kjem frå tenestene, og resultata blir tekne i bruk.",
		responsibility: "Tenestene melder tema og gir tilgang til praksisfeltet. Utdanninga har det vitskaplege ansvaret.",
		obligations:
			"Partane vel tema saman kvart år. Kvart prosjekt har ein ansvarleg hos begge partar og ein plan for korleis resultata skal brukast.",
		payer: "Kvar part dekkjer eiga arbeidstid. Partane søkjer eksterne midlar saman.",
		commitments: [{ side: "education", what: "Felles forskings- og utviklingsprosjekt" }],
	},
	theses: {
		goal: "Studentar skriv oppgåver om spørsmål tenestene treng svar på.",
		responsibility:
			"Tenestene foreslår tema og har ein kontaktperson for kvar oppgåve. Utdanninga rettleier studenten.",
		obligations:
			"Tenestene legg fram tema i god tid før studentane vel. Studentane legg fram resultatet for tenestene.",
		payer: "Oppgåvene kostar ikkje partane noko ut over eiga arbeidstid.",
		commitments: [{ side: "service", what: "Tema som blir tilbodne studentane" }],
	},
	"learning-outcomes": {
		goal: "Det studentane lærer, svarer til det tenestene treng.",
		responsibility: "Utdanninga fastset læringsutbyttet. Tenestene seier kva dei treng.",
		obligations:
			"Utdanninga legg utkast til nye og endra studieplanar fram for tenestene med rimeleg frist, og svarer på kvart innspel.",
		payer: "Kvar part dekkjer eiga arbeidstid.",
		commitments: [{ side: "education", what: "Møte om studieplanar og læringsutbytte" }],
	},
	innovation: {
		goal: "Partane prøver ut nye løysingar saman, og det som verkar, blir ein del av drifta.",
		responsibility: "Tenestene eig behovet og avgjerda om å ta i bruk. Utdanninga bidreg med metode og studentar.",
		obligations: "Kvart prosjekt har mål, ein eigar og ein dato for å avgjere om løysinga skal takast i bruk.",
		payer: "Kvar part dekkjer eiga arbeidstid. Andre utgifter blir avtalte for kvart prosjekt.",
		commitments: [{ side: "service", what: "Utprøvingar med mål og eigar" }],
	},
	"digital-competence": {
		goal: "Studentar og tilsette meistrar dei digitale verktøya tenestene bruker.",
		responsibility: "Tenestene gir tilgang til verktøy og testmiljø. Utdanninga tek dei inn i undervisninga.",
		obligations: "Partane deler kunnskap om nye verktøy. Studentane får opplæring før dei møter verktøya i praksis.",
		payer: "Kvar part dekkjer eiga arbeidstid og eigne lisensar.",
		commitments: [{ side: "education", what: "Kurs i digitale verktøy for studentar og tilsette" }],
	},
	"user-involvement": {
		goal: "Brukarar og pårørande er med på å forme utdanninga og tenestene.",
		responsibility: "Tenestene har kontakt med råd og brukarar. Utdanninga gir dei plass i undervisning og utvikling.",
		obligations: "Brukarrepresentantar blir inviterte tidleg og får vite kva innspela førte til.",
		payer: "Den som inviterer, dekkjer honorar og reise.",
		commitments: [{ side: "education", what: "Møte og undervisning med brukarrepresentantar" }],
	},
	"interprofessional-practice": {
		goal: "Studentar frå ulike studium lærer å arbeide saman om brukarane.",
		responsibility:
			"Tenestene legg til rette for at studentar frå fleire studium er same staden samtidig. Utdanninga samordnar studieplanane.",
		obligations: "Partane avtaler stader og veker for tverrprofesjonell praksis i same runden som annan praksis.",
		payer: "Som for andre praksisplassar.",
		commitments: [{ side: "service", what: "Plassar i tverrprofesjonell praksis" }],
	},
	"decentralised-study": {
		goal: "Folk kan ta utdanning der dei bur, og blir verande i tenestene.",
		responsibility: "Tenestene rekrutterer søkjarar og gir rom og tid. Utdanninga har ansvar for studiet.",
		obligations:
			"Partane avtaler oppstart, tal og samlingar i god tid før opptaket. Tenestene avklarar permisjon før tilsette søkjer.",
		payer: "Utdanninga dekkjer studiet. Tenestene dekkjer lokale og permisjon etter eigne reglar.",
		commitments: [{ side: "education", what: "Desentraliserte studium eller kurs" }],
	},
	"job-shadowing": {
		goal: "Tilsette i utdanninga kjenner tenestene, og tilsette i tenestene kjenner utdanninga.",
		responsibility: "Den som tek imot, lagar plan for dagane. Den som sender, gir fri med lønn.",
		obligations: "Partane lyser ut hospitering kvart år, og den som har hospitert, deler det ho eller han lærte.",
		payer: "Kvar part lønner eigne tilsette. Den som sender, dekkjer reise.",
		commitments: [
			{ side: "service", what: "Dagar der vi tek imot tilsette frå utdanninga" },
			{ side: "education", what: "Dagar der vi tek imot tilsette frå tenestene" },
		],
	},
	"campus-lecturing": {
		goal: "Studentane møter fagfolk frå tenestene i undervisninga.",
		responsibility: "Utdanninga planlegg undervisninga. Tenestene finn fagfolk og gir dei tid.",
		obligations: "Utdanninga melder behov før semesteret. Den som underviser, får opplegg og hjelp til førebuing.",
		payer: "Utdanninga betaler for undervisning og reise etter eigne satsar.",
		commitments: [{ side: "service", what: "Førelesingar ved fagfolk frå tenestene" }],
	},
	recruitment: {
		goal: "Fleire søkjer seg til tenestene etter avslutta utdanning, og fleire blir.",
		responsibility: "Tenestene følgjer opp studentar og nyutdanna. Utdanninga gjer tenestene kjende for studentane.",
		obligations:
			"Tenestene møter studentane i alle studieår. Partane følgjer med på kor mange som får jobb der dei hadde praksis.",
		payer: "Kvar part dekkjer eiga arbeidstid.",
		commitments: [{ side: "service", what: "Treff og tilbod for studentar som snart er ferdige" }],
	},
};
