import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate, type Language, languageNames } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { type Fact, Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, Tag } from "../../../../ui/Tag.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { requirements } from "../../codes.ts";
import { requirementName, yearName } from "../../course/text.ts";
import { listPlacements } from "../../publish/service.server.ts";
import type { StudentRow } from "../contract.ts";
import { confirmRequirement, readStudent, removeRule, withdrawRequirement } from "../service.server.ts";
import { rosterText, ruleName } from "../text.ts";
import type { Route } from "./+types/student";
import { claimText } from "./claim.text.ts";
import { inviteText } from "./invite.text.ts";
import { daysOf } from "./period-label.ts";
import { studentText } from "./student.text.ts";
import { studentsText } from "./students.text.ts";

/** One student: facts, needs, rules, requirements. Why they need adaptation has a page of its own. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({
		...((await readStudent(work, params.studentId)) ?? missing()),
		today: work.today,
		placed: (await listPlacements(work, { studentId: params.studentId, standing: true })).rows.map(
			({ id, claimId, siteName, hostName }) => ({ id, claimId, siteName, hostName }),
		),
	}));
}

const asked = z.object({
	intent: z.enum(["confirm", "withdraw", "remove-rule"]),
	requirement: z.enum(requirements).optional(),
	confirmedOn: z.iso.date().optional(),
	rule: z.uuid().optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const { intent, requirement, confirmedOn, rule } = parsed.values;
	const { studentId } = params;
	const outcome = await commanding(async (work) => {
		if (intent === "remove-rule") return removeRule(work, studentId, rule ?? "");
		if (requirement === undefined) missing();
		if (intent === "withdraw") return withdrawRequirement(work, studentId, requirement);
		return confirmRequirement(work, studentId, { requirement, confirmedOn: confirmedOn ?? work.today });
	});
	const page = `/placement/students/${studentId}`;
	const refusal = outcome.refused?.[0];
	if (refusal?.code === "missing") missing();
	if (refusal) return redirectWithToast(page, saying(language, rosterText[language].refusals)(refusal));
	const about = studentText[language];
	const said = { confirm: about.confirmed, withdraw: about.unconfirmed, "remove-rule": about.ruleRemoved };
	return redirectWithToast(page, said[intent]);
}

export default function Student({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const about = studentText[language];
	const inviting = inviteText[language];
	const { student, can } = loaderData;
	const page = `/placement/students/${student.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(student.name)}</title>
			<PageHeader
				title={student.name}
				lead={student.institutionName}
				trail={[{ to: "/placement/students", label: text.title }]}
				tags={
					<>
						{!student.named && <Tag>{text.notNamed}</Tag>}
						{student.leftOn !== null && (
							<Tag tone="warning">{about.leftOn(formatShortDate(language, student.leftOn))}</Tag>
						)}
					</>
				}
				{...(can.change ? { action: { to: `${page}/edit`, label: text.change } } : {})}
				secondary={
					can.change && (
						<>
							{student.named && (
								<Link className="ds-button" data-variant="secondary" to={`${page}/invite`}>
									{inviting.invite}
								</Link>
							)}
							<Link className="ds-button" data-variant="tertiary" to={`${page}/remove`}>
								{text.remove}
							</Link>
						</>
					)
				}
			/>
			{loaderData.needWaits && (
				<Alert tone="warning" title={about.needWaits}>
					<p>
						<Link className="ds-link" to={`${page}/adaptation`}>
							{about.needWaitsWay}
						</Link>
					</p>
				</Alert>
			)}
			<Claims loaderData={loaderData} page={page} />
			<Section title={about.facts}>
				<Facts facts={factsOf(student, language)} />
			</Section>
			<Requirements loaderData={loaderData} page={page} />
			<Rules loaderData={loaderData} page={page} />
			{can.adaptation && (
				<Section title={about.adaptation} lead={about.adaptationLead}>
					<p>
						<Link className="ds-button" data-variant="secondary" to={`${page}/adaptation`}>
							{about.adaptationOpen}
						</Link>
					</p>
				</Section>
			)}
		</div>
	);
}

type Data = Route.ComponentProps["loaderData"];
type PartProps = { readonly loaderData: Data; readonly page: string };

function Claims({ loaderData, page }: PartProps) {
	const language = useLanguage();
	const text = studentsText[language];
	const about = studentText[language];
	const claimWords = claimText[language];
	const { claims, can } = loaderData;
	return (
		<Section
			title={text.claims}
			actions={
				can.change && (
					<Link className="ds-button" data-variant="secondary" to={`${page}/claims/new`}>
						{about.addClaim}
					</Link>
				)
			}
		>
			<Table
				caption={`${text.claims}, ${loaderData.student.name}`}
				hideCaption
				rows={claims}
				rowKey={(claim) => claim.id}
				rowHref={(claim) => (can.change && claim.withdrawnAt === null ? `${page}/claims/${claim.id}` : undefined)}
				empty={<EmptyState title={about.noClaimsTitle}>{about.noClaimsBody}</EmptyState>}
				columns={[
					{ key: "course", label: about.course, cell: (claim) => claim.courseName },
					{
						key: "days",
						label: about.days,
						cell: (claim) => (
							<>
								{claim.periodName}
								<span className="quiet list-under">{daysOf(language, claim)}</span>
							</>
						),
					},
					{
						key: "round",
						label: about.round,
						cell: (claim) => claim.round?.name ?? <span className="quiet">{about.noRound}</span>,
					},
					{
						key: "place",
						label: about.place,
						cell: (claim) => {
							const place = loaderData.placed.find(({ claimId }) => claimId === claim.id);
							if (!place) return <span className="quiet">{about.noPlace}</span>;
							return (
								<>
									<Link className="ds-link" to={`/placement/placements/${place.id}`}>
										{place.siteName}
									</Link>
									<span className="quiet list-under">{place.hostName}</span>
								</>
							);
						},
					},
					{
						key: "wishes",
						label: text.wishes,
						cell: (claim) => (
							<Link className="ds-link" to={`${page}/wishes/${claim.id}`}>
								{about.wishesOf(claim.wishes)}
								<span className="visually-hidden">, {claim.courseName}</span>
							</Link>
						),
					},
					{
						key: "more",
						label: text.fields.priority,
						cell: (claim) => (
							<>
								{claim.withdrawnAt !== null ? (
									<Status tone="warning">{about.withdrawn}</Status>
								) : (
									about.priorityOf(claim.priority)
								)}
								{claim.togetherWith.length > 0 && (
									<span className="quiet list-under">{claimWords.together(claim.togetherWith.join(", "))}</span>
								)}
							</>
						),
					},
				]}
			/>
		</Section>
	);
}

function factsOf(student: StudentRow, language: Language): Fact[] {
	const text = studentsText[language];
	const about = studentText[language];
	const { fields } = text;
	const { postcode, place, yearOfStudy, profession } = student;
	const known = place === null ? about.unknownPostcode : null;
	const source = postcode === null ? (student.named ? about.missingPostcode : null) : known;
	return [
		{ label: fields.number, value: student.number },
		{ label: fields.email, value: student.email },
		{ label: fields.phone, value: student.phone },
		{ label: fields.programme, value: student.programme },
		{ label: fields.profession, value: profession !== null && professionName(language, profession) },
		{ label: fields.yearOfStudy, value: yearOfStudy !== null && yearName(language, yearOfStudy) },
		{
			label: fields.postcode,
			value: postcode !== null && [postcode, place].filter(Boolean).join(" "),
			...(source === null ? {} : { source }),
		},
		{ label: fields.travel, value: rosterText[language].travel[student.travel] },
		{ label: fields.language, value: student.language !== null && languageNames[student.language] },
		{ label: about.account, value: student.hasAccount ? about.hasAccount : about.hasNoAccount },
	];
}

function Requirements({ loaderData, page }: PartProps) {
	const language = useLanguage();
	const about = studentText[language];
	const { requirements, can } = loaderData;
	if (requirements.length === 0) return null;
	return (
		<Section title={about.requirements} lead={about.requirementsLead}>
			<ul className="plain-list stack" data-gap="small">
				{requirements.map((one) => (
					<li key={one.requirement} className="row">
						<span>
							<strong>{requirementName(language, one.requirement)}</strong>{" "}
							{one.confirmedOn === null ? (
								<Status tone="warning">{about.notConfirmed}</Status>
							) : (
								<Status tone="success">
									{about.confirmedBy(formatShortDate(language, one.confirmedOn), one.confirmedBy ?? "")}
								</Status>
							)}
							{one.courses.length > 0 && <span className="quiet list-under">{one.courses.join(", ")}</span>}
						</span>
						{can.change && (
							<Form method="post" action={page}>
								<input type="hidden" name="requirement" value={one.requirement} />
								<button
									type="submit"
									className="ds-button"
									data-variant="tertiary"
									data-size="sm"
									name="intent"
									value={one.confirmedOn === null ? "confirm" : "withdraw"}
								>
									{one.confirmedOn === null ? about.confirm : about.unconfirm}
									<span className="visually-hidden"> {requirementName(language, one.requirement)}</span>
								</button>
							</Form>
						)}
					</li>
				))}
			</ul>
		</Section>
	);
}

function Rules({ loaderData, page }: PartProps) {
	const language = useLanguage();
	const about = studentText[language];
	const { rules, can } = loaderData;
	return (
		<Section
			title={about.rules}
			lead={about.rulesLead}
			actions={
				can.change && (
					<Link className="ds-button" data-variant="secondary" to={`${page}/rules/new`}>
						{about.addRule}
					</Link>
				)
			}
		>
			{rules.length === 0 && <p className="ds-paragraph quiet">{about.noRules}</p>}
			<ul className="plain-list stack" data-gap="small">
				{rules.map((rule) => (
					<li key={rule.id} className="row">
						<span>{ruleName(language, rule)}</span>
						{can.change && (
							<Form method="post" action={page}>
								<input type="hidden" name="rule" value={rule.id} />
								<button
									type="submit"
									className="ds-button"
									data-variant="tertiary"
									data-size="sm"
									name="intent"
									value="remove-rule"
								>
									{about.ruleRemove}
									<span className="visually-hidden"> {ruleName(language, rule)}</span>
								</button>
							</Form>
						)}
					</li>
				))}
			</ul>
		</Section>
	);
}
