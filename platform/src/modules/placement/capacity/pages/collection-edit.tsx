import { data, Link } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { collectionChange, newCollection } from "../contract.ts";
import { askMoreSites, changeCollection, listCapacity, listSites, readCollection } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/collection-edit";
import { pagesText } from "./capacity.text.ts";
import { collectionText } from "./collection.text.ts";
import { SiteTicks } from "./SiteTicks.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const collection = (await readCollection(work, params.collectionId)) ?? missing();
		const asked = new Set((await listCapacity(work, { collectionId: collection.id })).rows.map(({ siteId }) => siteId));
		const { rows } = await listSites(work, {});
		const others = rows.filter(({ id }) => !asked.has(id));
		return { collection, others: others.map(({ id, name, contactEmail }) => ({ id, name, contactEmail })) };
	});
}

const more = newCollection.pick({ siteIds: true });

/** Changes the last day to answer and the message, or (with `more`) asks more sites. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, commanding } = representing(context, request);
	const text = pagesText[language];
	const asking = collectionText[language];
	const page = `/placement/capacity/collections/${params.collectionId}`;
	const form = await request.formData();
	if (form.has("more")) {
		const parsed = parseForm(more, form);
		if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given, more: true }, 422);
		const telling = { mails: house.configuration.mail.smtpUrl !== undefined, language };
		const outcome = await commanding((work) => askMoreSites(work, params.collectionId, parsed.values.siteIds, telling));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, more: true }, 422);
		return redirectWithToast(page, asking.started(outcome.done.asked, outcome.done.mailed));
	}
	const parsed = parseForm(collectionChange, form);
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given, more: false }, 422);
	const outcome = await commanding((work) => changeCollection(work, params.collectionId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, more: false }, 422);
	return redirectWithToast(page, text.saved);
}

export default function CollectionEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const asking = collectionText[language];
	const { collection, others } = loaderData;
	const page = `/placement/capacity/collections/${collection.id}`;
	const { refusals } = capacityText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(asking.change)}</title>
			<PageHeader
				title={asking.change}
				trail={[
					{ to: "/placement/capacity/collections", label: text.tabs.collections },
					{ to: page, label: collection.name },
				]}
			/>
			<TaskForm
				refused={actionData?.more === false ? actionData : undefined}
				values={{ dueOn: collection.dueOn, message: collection.message }}
				labels={asking.collectionFields}
				say={saying(language, refusals)}
			>
				<input type="hidden" name="version" value={collection.version} />
				<Field name="dueOn" kind="date" required />
				<Field name="message" kind="textarea" maxLength={2000} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={page}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			{collection.state === "open" && others.length > 0 && (
				<Section title={asking.askMore}>
					<TaskForm
						refused={actionData?.more ? actionData : undefined}
						labels={asking.collectionFields}
						say={saying(language, refusals)}
					>
						<SiteTicks sites={others} />
						<div className="task-buttons">
							<SubmitButton name="more" value="1">
								{asking.start}
							</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
		</div>
	);
}
