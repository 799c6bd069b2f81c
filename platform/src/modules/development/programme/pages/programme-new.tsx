import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { addProgramme, openProgramme, ownNetworks } from "../../service.server.ts";
import { programmeStart } from "../contract.ts";
import { mayKeepProgrammes } from "../rules.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programme-new";
import { Lessons } from "./Lessons.tsx";
import { ProgrammeFields } from "./ProgrammeFields.tsx";
import { programmePageText } from "./programme.text.ts";

/** Begins a programme; `from` in the address is an earlier one it is a copy of. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	return reading(async (work) => {
		if (!mayKeepProgrammes(await mandateOf(work))) missing();
		const from = url.searchParams.get("from");
		const earlier = from === null ? undefined : ((await openProgramme(work, from)) ?? missing());
		const networks = await ownNetworks(work, actor.organisationId);
		return {
			networks: networks.map(({ id, name }) => ({ value: id, label: name })),
			earlier: earlier ? { id: earlier.programme.id, title: earlier.programme.title, lessons: earlier.lessons } : null,
			values: earlier
				? {
						...{
							...earlier.programme,
							themes: earlier.programme.themes.join("\n"),
							firstDay: work.today,
							lastDay: null,
						},
						networkId: earlier.isOwn ? earlier.programme.networkId : null,
					}
				: { firstDay: work.today, commissioner: actor.organisationName, admits: "all" },
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(programmeStart, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addProgramme(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/programmes/${outcome.done.id}`, programmePageText[language].created);
}

export default function ProgrammeNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { networks, earlier, values } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader
				title={text.newTitle}
				lead={text.newLead}
				trail={[{ to: "/development/programmes", label: words.title }]}
			/>
			{earlier && (
				<Section title={text.copyTitle(earlier.title)} lead={text.copyLead}>
					<Lessons lessons={earlier.lessons} />
				</Section>
			)}
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				{earlier && <input type="hidden" name="copiedFrom" value={earlier.id} />}
				<ProgrammeFields networks={networks} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/development/programmes">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
