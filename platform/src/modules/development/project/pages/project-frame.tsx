import { Outlet } from "react-router";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openProject } from "../../service.server.ts";
import { statusPageText } from "../../status/pages/status.text.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/project-frame";
import { ProjectStands } from "./ProjectStands.tsx";
import { projectPageText } from "./project.text.ts";

/** The frame round one project: what it is, where it is, and its parts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { project, unitName, stalls, mayChange } = (await openProject(work, params.projectId)) ?? missing();
		const { id, title, leaderName, state } = project;
		return { id, title, leaderName, state, unitName, stall: stalls[0], mayChange };
	});
}

export default function ProjectFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], projectText[language]];
	const { id, title, leaderName, state, unitName, stall, mayChange } = loaderData;
	const here = `/development/projects/${id}`;
	const main =
		state === "draft"
			? { to: `${here}/start`, label: text.start }
			: { to: `${here}/status/new`, label: statusPageText[language].add };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={text.lead(unitName ?? "", leaderName)}
				tags={<ProjectStands state={state} stall={stall} />}
				trail={[{ to: "/development", label: words.title }]}
				{...(mayChange && state !== "ended" ? { action: main } : {})}
				secondary={
					mayChange &&
					state !== "ended" && (
						<>
							{state === "running" && (
								<Link className="ds-button" data-variant="secondary" to={`${here}/end`}>
									{text.end}
								</Link>
							)}
							<Link className="ds-button" data-variant="tertiary" to={`${here}/edit`}>
								{text.edit}
							</Link>
						</>
					)
				}
			/>
			<Tabs
				label={text.parts}
				tabs={[
					{ to: here, label: text.tabs.project },
					{ to: `${here}/goals`, label: text.tabs.goals },
					{ to: `${here}/status`, label: text.tabs.status },
					{ to: `${here}/involvement`, label: text.tabs.involvement },
				]}
			/>
			<Outlet />
		</div>
	);
}
