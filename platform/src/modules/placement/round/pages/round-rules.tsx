import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { id } from "../../../organisation/contract.ts";
import { type RoundRules, roundRules } from "../../allocate/contract.ts";
import { aims } from "../../codes.ts";
import { listSitesToMix } from "../mixture.store.server.ts";
import { changeRules, readRound, readRoundHead } from "../service.server.ts";
import { roundText } from "../text.ts";
import type { Route } from "./+types/round-rules";
import { aimText } from "./aim.text.ts";
import { Mixtures } from "./Mixtures.tsx";
import { OrderOfChoice } from "./OrderOfChoice.tsx";
import { Floors, Quotas } from "./RulesLists.tsx";
import { rulesText } from "./rules.text.ts";

/** What a round's runs follow, in words and as a form. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { round, hosts, periods, can } = (await readRound(work, params.roundId)) ?? missing();
		if (!can.run) missing();
		const institutions = new Map(
			periods.filter((one) => one.included).map((one) => [one.institutionId, one.institutionName]),
		);
		return {
			...{ version: round.version, rules: round.rules, seed: round.seed },
			hosts: hosts.map(({ hostId, name, municipality }) => ({ hostId, name, municipality })),
			institutions: [...institutions].map(([institutionId, name]) => ({ institutionId, name })),
			sites: await listSitesToMix(work, round),
		};
	});
}

const version = z.int().min(1);
const forms = {
	rules: z.object({
		version,
		travelCap: roundRules.shape.travelCap,
		wishBeyondCap: z.boolean(),
		minutesPerRank: roundRules.shape.minutesPerRank,
		aim: z.enum(aims),
		keepPublished: z.boolean(),
		tolerance: roundRules.shape.tolerance,
		floorPrice: roundRules.shape.floorPrice,
		agreement: roundRules.shape.agreement,
	}),
	floor: z.object({
		version,
		municipality: z.stringFormat("municipality-number", /^[0-9]{4}$/),
		profession: z.enum(professions).nullable(),
		yearOfStudy: z.int().min(1).max(7).nullable(),
		least: z.int().min(1).max(10_000),
	}),
	quota: z.object({ version, institutionId: id, hostId: id, most: z.int().min(0).max(10_000) }),
	mixture: z.object({ version, siteId: id, professions: z.int().min(2).max(6) }),
	remove: z.object({ version, list: z.enum(["floors", "quotas", "mixtures"]), row: z.int().min(0) }),
};

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const form = await request.formData();
	const page = await reading((work) => readRoundHead(work, params.roundId));
	if (!page?.can.run) missing();
	const { rules } = page.round;
	const read = changed(rules, form);
	if (read.refused) return data(read.refused, 422);
	const outcome = await commanding((work) => changeRules(work, params.roundId, read.version, read.rules));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: read.deed }, 422);
	const text = rulesText[language];
	return redirectWithToast(`/placement/rounds/${params.roundId}/rules`, text.saved);
}

/** The rules as they are after what a form asks for. */
function changed(rules: RoundRules, form: FormData) {
	const deed = String(form.get("deed") ?? "rules");
	if (deed === "floor") {
		const parsed = parseForm(forms.floor, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, ...floor } = parsed.values;
		return { deed, version, rules: { ...rules, floors: [...rules.floors, floor] } };
	}
	if (deed === "quota") {
		const parsed = parseForm(forms.quota, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, ...quota } = parsed.values;
		return { deed, version, rules: { ...rules, quotas: [...rules.quotas, quota] } };
	}
	if (deed === "mixture") {
		const parsed = parseForm(forms.mixture, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, ...mixture } = parsed.values;
		// One number for each site: the last one said holds.
		const others = rules.mixtures.filter(({ siteId }) => siteId !== mixture.siteId);
		return { deed, version, rules: { ...rules, mixtures: [...others, mixture] } };
	}
	if (deed === "remove") {
		const parsed = parseForm(forms.remove, form);
		if (parsed.refusals) return { refused: { ...parsed, deed } };
		const { version, list, row } = parsed.values;
		const isLeft = (_: unknown, at: number) => at !== row;
		const left = {
			floors: { floors: rules.floors.filter(isLeft) },
			quotas: { quotas: rules.quotas.filter(isLeft) },
			mixtures: { mixtures: rules.mixtures.filter(isLeft) },
		};
		return { deed, version, rules: { ...rules, ...left[list] } };
	}
	const parsed = parseForm(forms.rules, form);
	if (parsed.refusals) return { refused: { ...parsed, deed } };
	const { version, ...values } = parsed.values;
	return { deed, version, rules: { ...rules, ...values } };
}

export default function RoundRulesPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const { fields, hints, units, agreements, ...text } = rulesText[language];
	const aimWords = aimText[language];
	const { floors: _floors, quotas: _quotas, mixtures: _mixtures, ...values } = loaderData.rules;
	const { rules, version } = loaderData;
	const say = saying(language, roundText[language].refusals);
	return (
		<>
			<Section title={text.title} lead={text.lead}>
				<TaskForm
					refused={actionData?.deed === "rules" ? actionData : undefined}
					values={values}
					labels={fields}
					say={say}
				>
					<input type="hidden" name="version" value={version} />
					<input type="hidden" name="deed" value="rules" />
					<Field name="travelCap" kind="number" whole unit={units.minutes} hint={hints.travelCap} />
					<Field name="wishBeyondCap" kind="checkbox" />
					<Field name="aim" kind="radio" required choices={aims.map((aim) => ({ value: aim, label: aimWords[aim] }))} />
					<Field name="minutesPerRank" kind="number" whole required unit={units.minutes} hint={hints.minutesPerRank} />
					<Field name="floorPrice" kind="number" whole unit={units.minutes} hint={hints.floorPrice} />
					<Field name="keepPublished" kind="checkbox" />
					<Field name="tolerance" kind="number" whole required unit={units.permille} hint={hints.tolerance} />
					<Field
						name="agreement"
						kind="radio"
						required
						choices={(["ignore", "flag", "block"] as const).map((code) => ({ value: code, label: agreements[code] }))}
					/>
					<SubmitButton>{text.save}</SubmitButton>
				</TaskForm>
			</Section>
			<OrderOfChoice rules={rules} seed={loaderData.seed} />
			<Floors {...loaderData} refused={actionData?.deed === "floor" ? actionData : undefined} />
			<Quotas {...loaderData} refused={actionData?.deed === "quota" ? actionData : undefined} />
			<Mixtures {...loaderData} refused={actionData?.deed === "mixture" ? actionData : undefined} />
		</>
	);
}
