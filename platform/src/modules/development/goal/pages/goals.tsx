import { formatNumber } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openProject } from "../../service.server.ts";
import { progressOf } from "../rules.ts";
import { goalText } from "../text.ts";
import type { Route } from "./+types/goals";
import { GoalStands } from "./GoalStands.tsx";
import { goalPageText } from "./goal.text.ts";

/** The goals of a project, and how each stands by what was measured. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { project, goals, measurements, mayChange } = (await openProject(work, params.projectId)) ?? missing();
		return {
			...{ id: project.id, mayAdd: mayChange && project.state !== "ended" },
			goals: goals.map((goal) => ({
				...{ id: goal.id, kind: goal.kind, wording: goal.wording, measuredIn: goal.measuredIn },
				...{ baseline: goal.baseline, target: goal.target },
				...progressOf(
					goal,
					measurements.filter(({ goalId }) => goalId === goal.id),
				),
			})),
		};
	});
}

export default function Goals({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [goalPageText[language], goalText[language]];
	const { id, goals, mayAdd } = loaderData;
	const { columns } = text;
	const add = { to: `/development/projects/${id}/goals/new`, label: text.add };
	const value = (one: number | null, unit: string) => (one === null ? "" : `${formatNumber(language, one)} ${unit}`);
	return (
		<Section
			title={text.title}
			lead={text.lead}
			actions={
				mayAdd &&
				goals.length > 0 && (
					<Link className="ds-button" data-variant="secondary" to={add.to}>
						{add.label}
					</Link>
				)
			}
		>
			<Table
				caption={text.title}
				hideCaption
				rows={goals}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/projects/${id}/goals/${row.id}`}
				columns={[
					{ key: "goal", label: columns.goal, cell: (row) => row.wording },
					{ key: "kind", label: text.fields.kind, cell: (row) => <Tag>{words.shortKinds[row.kind]}</Tag> },
					{
						...{ key: "baseline", label: columns.baseline, numeric: true },
						cell: (row) => value(row.baseline, row.measuredIn),
					},
					{
						...{ key: "latest", label: columns.latest, numeric: true },
						cell: (row) => value(row.value, row.measuredIn),
					},
					{
						...{ key: "target", label: columns.target, numeric: true },
						cell: (row) => value(row.target, row.measuredIn),
					},
					{
						...{ key: "standing", label: columns.standing },
						cell: (row) => <GoalStands standing={row.standing} percent={row.percent} />,
					},
				]}
				empty={
					<EmptyState title={text.none} {...(mayAdd ? { action: add } : {})}>
						{text.noneBody}
					</EmptyState>
				}
			/>
		</Section>
	);
}
