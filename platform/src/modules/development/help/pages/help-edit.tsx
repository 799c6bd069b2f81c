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
import { changeHelp, endHelp, openHelp } from "../../service.server.ts";
import { helpChange } from "../contract.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/help-edit";
import { HelpFields } from "./HelpFields.tsx";
import { helpPageText } from "./help.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { can, offers, queue, waiting, ...help } = (await openHelp(work, params.helpId)) ?? missing();
		if (!can.keep) missing();
		return { help };
	});
}

const deed = z.object({ do: z.enum(["change", "end", "again"]) });

export async function action({ context, request, params: { helpId } }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = helpPageText[language];
	const here = `/development/help/${helpId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	const what = asked.values.do;
	if (what === "change") {
		const parsed = parseForm(helpChange, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => changeHelp(work, helpId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.changed);
	}
	const parsed = parseForm(versioned, form);
	if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
	const outcome = await commanding((work) => endHelp(work, helpId, parsed.values.version, what === "end"));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
	return redirectWithToast(here, what === "end" ? text.ended : text.reopened);
}

/** What help says, to be changed; or offered no longer. */
export default function HelpEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { help } = loaderData;
	const here = `/development/help/${help.id}`;
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const version = <input type="hidden" name="version" value={help.version} />;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${help.title}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development/help", label: words.title },
					{ to: here, label: help.title },
				]}
			/>
			<TaskForm refused={of("change")} values={help} labels={text.fields} say={say}>
				{version}
				<HelpFields />
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			{help.endedOn === null ? (
				<Details summary={text.end} open={of("end") !== undefined}>
					<TaskForm refused={of("end")} say={say} prefix="end-">
						<p>{text.endBody}</p>
						{version}
						<SubmitButton name="do" value="end" color="danger">
							{text.end}
						</SubmitButton>
					</TaskForm>
				</Details>
			) : (
				<TaskForm refused={of("again")} say={say} prefix="again-">
					{version}
					<SubmitButton name="do" value="again" variant="secondary">
						{text.again}
					</SubmitButton>
				</TaskForm>
			)}
		</div>
	);
}
