import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { parentChoices } from "../../pages/choices.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { changeExchange, readExchange } from "../service.server.ts";
import { exchangeText } from "../text.ts";
import type { Route } from "./+types/exchange-edit";
import { ExchangeFields } from "./ExchangeFields.tsx";
import { readExchangeForm } from "./exchange-form.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const exchange = (await readExchange(work, params.exchangeId)) ?? missing();
		const parties = await organisationChoices(work);
		const labelOf = (id: string, name: string) => parties.find(({ value }) => value === id)?.label ?? name;
		return {
			...{ id: exchange.id, title: exchange.title, version: exchange.version, parties },
			agreements: await parentChoices(work, null),
			values: {
				...{ kind: exchange.kind, title: exchange.title, personName: exchange.personName },
				...{ homeShare: exchange.homeShare, guestShare: exchange.guestShare, financing: exchange.financing },
				...{ tasks: exchange.tasks, firstDay: exchange.firstDay, lastDay: exchange.lastDay },
				...{ agreementId: exchange.agreementId, homeId: labelOf(exchange.homeId, exchange.homeName) },
				guestId: labelOf(exchange.guestId, exchange.guestName),
			},
		};
	});
}

const control = z.object({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const sent = readExchangeForm(form, await reading(organisationChoices));
	const { version } = parseForm(control, form).values ?? { version: 0 };
	if (!sent.facts) return data({ refusals: sent.refusals, given: sent.given }, 422);
	const outcome = await commanding((work) => changeExchange(work, params.exchangeId, { ...sent.facts, version }));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: sent.given }, 422);
	}
	return redirectWithToast(`/agreements/exchanges/${params.exchangeId}`, exchangeText[language].changed);
}

export default function ExchangeEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = exchangeText[language];
	const words = agreementRefusalText[language];
	const { id, title, version, parties, agreements, values } = loaderData;
	const here = `/agreements/exchanges/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${title}`)}</title>
			<PageHeader
				title={`${text.editTitle}: ${title}`}
				trail={[
					{ to: "/agreements/exchanges", label: text.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={values}
				labels={text.fields}
				say={saying(language, { ...words.refusals, ...text.refusals })}
			>
				<input type="hidden" name="version" value={version} />
				<ExchangeFields parties={parties} agreements={agreements} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
