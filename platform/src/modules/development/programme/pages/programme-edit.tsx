import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { versioned } from "../../project/contract.ts";
import { changeProgramme, openProgrammeHead, ownNetworks, removeProgramme } from "../../service.server.ts";
import { programmeChange } from "../contract.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programme-edit";
import { ProgrammeFields } from "./ProgrammeFields.tsx";
import { programmePageText } from "./programme.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProgrammeHead(work, params.programmeId);
		if (!opened?.can.keep || opened.programme.state === "closed") missing();
		const { programme } = opened;
		const networks = await ownNetworks(work, programme.organisationId);
		return { programme, networks: networks.map(({ id, name }) => ({ value: id, label: name })) };
	});
}

const deed = z.object({ do: z.enum(["change", "remove"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = programmePageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	if (asked.values.do === "remove") {
		const parsed = parseForm(versioned, form);
		if (parsed.refusals) return data({ ...parsed, deed: "remove" }, 422);
		const outcome = await commanding((work) => removeProgramme(work, params.programmeId, parsed.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "remove" }, 422);
		return redirectWithToast("/development/programmes", text.removed);
	}
	const parsed = parseForm(programmeChange, form);
	if (parsed.refusals) return data({ ...parsed, deed: "change" }, 422);
	const outcome = await commanding((work) => changeProgramme(work, params.programmeId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "change" }, 422);
	return redirectWithToast(`/development/programmes/${params.programmeId}`, text.changed);
}

/** What a programme says, to be changed; or its draft taken away. */
export default function ProgrammeEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [programmePageText[language], programmeText[language]];
	const { programme, networks } = loaderData;
	const say = saying(language, words.refusals);
	const here = `/development/programmes/${programme.id}`;
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${programme.title}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/programmes", label: words.title },
					{ to: here, label: programme.title },
				]}
			/>
			<TaskForm
				refused={of("change")}
				values={{ ...programme, themes: programme.themes.join("\n") }}
				labels={text.fields}
				say={say}
			>
				<input type="hidden" name="version" value={programme.version} />
				<ProgrammeFields networks={networks} />
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			{programme.state === "draft" && (
				<Details summary={text.remove} open={of("remove") !== undefined}>
					<TaskForm refused={of("remove")} say={say} prefix="remove-">
						<p>{text.removeBody}</p>
						<input type="hidden" name="version" value={programme.version} />
						<SubmitButton name="do" value="remove" color="danger">
							{text.remove}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
