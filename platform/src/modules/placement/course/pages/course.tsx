import { Link } from "react-router";
import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { type Fact, Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { professionName } from "../../../organisation/text.ts";
import type { CourseRow } from "../contract.ts";
import { readCourse } from "../service.server.ts";
import { courseText, requirementName, yearName } from "../text.ts";
import type { Route } from "./+types/course";
import { listSettingChoices } from "./course-choices.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		const found = (await readCourse(work, params.courseId)) ?? missing();
		const { organisationId } = found.course;
		const isOwn = organisationId === actor.organisationId;
		const settings = await listSettingChoices(work, language);
		const keeper = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? null;
		return {
			...found,
			isOwn,
			keeper: organisationId === found.course.institutionId ? null : keeper,
			settings: found.course.settings.map((code) => settings.find(({ value }) => value === code)?.label ?? code),
		};
	});
}

export default function Course({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = courseText[language];
	const { course, periods, can, isOwn, keeper } = loaderData;
	const page = `/placement/courses/${course.id}`;
	const isArchived = course.archivedOn !== null;
	const changes = can.change && !isArchived;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(course.name)}</title>
			<PageHeader
				title={course.name}
				lead={[course.code, course.institutionName].filter(Boolean).join(", ")}
				trail={[{ to: "/placement/courses", label: text.title }]}
				tags={
					<>
						{course.archivedOn !== null && (
							<Tag tone="warning">{text.archivedOn(formatShortDate(language, course.archivedOn))}</Tag>
						)}
						{keeper !== null && <Tag>{text.keptBy(keeper)}</Tag>}
						{!course.published && <Tag>{text.notPublished}</Tag>}
					</>
				}
				{...(changes ? { action: { to: `${page}/edit`, label: text.change } } : {})}
				secondary={
					can.change && (
						<Link className="ds-button" data-variant="tertiary" to={`${page}/archive`}>
							{isArchived ? text.restore : text.archive}
						</Link>
					)
				}
			/>
			<Section
				title={text.periods}
				actions={
					changes && (
						<Link className="ds-button" data-variant="secondary" to={`${page}/periods/new`}>
							{text.addPeriod}
						</Link>
					)
				}
			>
				<Table
					caption={`${text.periods}, ${course.name}`}
					hideCaption
					rows={periods}
					rowKey={(row) => row.id}
					empty={<EmptyState title={text.noPeriods}>{changes ? text.noPeriodsBody : ""}</EmptyState>}
					columns={[
						{
							key: "name",
							label: text.period,
							cell: (row) => (
								<>
									{row.name} {!row.published && <Status>{text.notPublished}</Status>}
								</>
							),
						},
						{
							key: "days",
							label: text.days,
							cell: (row) => `${formatShortDate(language, row.firstDay)}–${formatShortDate(language, row.lastDay)}`,
						},
						{
							key: "expected",
							label: text.expected,
							cell: (row) => (row.studentsExpected === null ? "–" : formatNumber(language, row.studentsExpected)),
							numeric: true,
						},
						...(isOwn
							? ([
									{
										key: "claims",
										label: text.claims,
										cell: (row) => formatNumber(language, row.claims),
										numeric: true,
									},
									{
										key: "requests",
										label: text.requests,
										cell: (row) => formatNumber(language, row.requests),
										numeric: true,
									},
								] satisfies Parameters<typeof Table<(typeof periods)[number]>>[0]["columns"])
							: []),
						...(changes
							? [
									{
										key: "ways",
										label: text.change,
										cell: (row: (typeof periods)[number]) => (
											<span className="row" data-gap="small">
												<Link className="ds-link" to={`${page}/periods/${row.id}/edit`}>
													{text.changePeriod}
													<span className="visually-hidden"> {row.name}</span>
												</Link>
												<Link className="ds-link" to={`${page}/periods/${row.id}/remove`}>
													{text.removePeriod}
													<span className="visually-hidden"> {row.name}</span>
												</Link>
											</span>
										),
									},
								]
							: []),
					]}
				/>
			</Section>
			<Section title={text.about}>
				<Facts facts={factsOf(course, loaderData.settings, language)} />
			</Section>
		</div>
	);
}

function factsOf(course: CourseRow, settings: readonly string[], language: Language): Fact[] {
	const { fields, anySetting } = courseText[language];
	const number = (value: number | null) => value !== null && formatNumber(language, value);
	return [
		{ label: fields.programme, value: course.programme },
		{ label: fields.campus, value: course.campus },
		{ label: fields.profession, value: professionName(language, course.profession) },
		{ label: fields.yearOfStudy, value: yearName(language, course.yearOfStudy) },
		{ label: fields.credits, value: number(course.credits) },
		{ label: fields.weeks, value: number(course.weeks) },
		{ label: fields.hours, value: number(course.hours) },
		{ label: fields.settings, value: settings.length === 0 ? anySetting : settings.join(", ") },
		{
			label: fields.requirements,
			value: course.requirements.map((one) => requirementName(language, one)).join(", "),
		},
		{ label: fields.supervisorRequirement, value: course.supervisorRequirement },
		{ label: fields.compensationClass, value: course.compensationClass },
		{
			label: fields.learningOutcomes,
			value: course.learningOutcomes !== null && (
				<ul className="ds-list">
					{course.learningOutcomes
						.split("\n")
						.filter(Boolean)
						.map((line) => (
							<li key={line}>{line}</li>
						))}
				</ul>
			),
		},
	];
}
