import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { defineText } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { choiceForm } from "../actual/contract.ts";
import { choose, readChoice } from "../service.server.ts";
import { competenceText } from "../text.ts";
import type { Route } from "./+types/choices";

const text = defineText({
	nb: {
		lead: "Det dere velger her, gjelder for hele kommunen.",
		fields: {
			staleMonths: "Et tall regnes som gammelt etter",
			leavingAge: "Vi regner med at folk går av når de er",
			namedStudies: "Vi fører navn på dem som er under utdanning",
			nameYears: "Navnene slettes når det er gått",
		},
		hints: {
			staleMonths: "Enheter med gamle tall får beskjed på forsiden sin.",
			leavingAge: "Brukes når vi regner ut hvor mange som slutter på grunn av alder.",
			namedStudies:
				"Uten dette føres de som plasser med nummer. Tar du bort valget, blir navnene slettet når du lagrer.",
			nameYears: "Regnet fra den dagen utdanningen er fullført eller avbrutt. Antallet blir stående.",
		},
		months: "måneder",
		years: "år",
		save: "Lagre",
		saved: "Valgene er lagret.",
	},
	nn: {
		lead: "Det de vel her, gjeld for heile kommunen.",
		fields: {
			staleMonths: "Eit tal blir rekna som gammalt etter",
			leavingAge: "Vi reknar med at folk går av når dei er",
			namedStudies: "Vi fører namn på dei som er under utdanning",
			nameYears: "Namna blir sletta når det er gått",
		},
		hints: {
			staleMonths: "Einingar med gamle tal får beskjed på framsida si.",
			leavingAge: "Blir brukt når vi reknar ut kor mange som sluttar på grunn av alder.",
			namedStudies:
				"Utan dette blir dei ført som plassar med nummer. Tek du bort valet, blir namna sletta når du lagrar.",
			nameYears: "Rekna frå den dagen utdanninga er fullført eller avbroten. Talet blir ståande.",
		},
		months: "månader",
		years: "år",
		save: "Lagre",
		saved: "Vala er lagra.",
	},
	en: {
		lead: "What you choose here holds for the whole municipality.",
		fields: {
			staleMonths: "A number counts as old after",
			leavingAge: "We expect people to leave at the age of",
			namedStudies: "We keep the names of those in education",
			nameYears: "The names are deleted after",
		},
		hints: {
			staleMonths: "Units with old numbers are told on their front page.",
			leavingAge: "Used when we work out how many leave because of age.",
			namedStudies:
				"Without this they are places with numbers. If you take the choice away, the names are deleted when you save.",
			nameYears: "Counted from the day the education is completed or given up. The count stays.",
		},
		months: "months",
		years: "years",
		save: "Save",
		saved: "The choices are saved.",
	},
});

/** How old a number may be, at what age people are expected to leave, and whether who studies is named. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return { choice: (await reading(readChoice)) ?? missing() };
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(choiceForm, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => choose(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/competence/choices", text[language].saved);
}

export default function Choices({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const words = text[language];
	const { choice } = loaderData;
	const { choices, refusals } = competenceText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(choices)}</title>
			<PageHeader title={choices} lead={words.lead} />
			<TaskForm refused={actionData} values={choice} labels={words.fields} say={saying(language, refusals)}>
				<input type="hidden" name="version" value={choice.version} />
				<Field name="staleMonths" kind="number" whole required unit={words.months} hint={words.hints.staleMonths} />
				<Field name="leavingAge" kind="number" whole required unit={words.years} hint={words.hints.leavingAge} />
				<Field name="namedStudies" kind="checkbox" hint={words.hints.namedStudies} />
				<Field name="nameYears" kind="number" whole required unit={words.years} hint={words.hints.nameYears} />
				<SubmitButton>{words.save}</SubmitButton>
			</TaskForm>
		</div>
	);
}
