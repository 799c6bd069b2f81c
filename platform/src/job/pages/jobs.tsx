import { formatMoment } from "../../language.ts";
import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { signedIn } from "../../visit.server.ts";
import { listJobsOf } from "../store.server.ts";
import { jobText } from "../text.ts";
import { viewJob } from "../view.server.ts";
import type { Route } from "./+types/jobs";
import { StateTag } from "./StateTag.tsx";

/** Older jobs are found through what they made. */
const shown = 100;

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	return reading(async (work) => {
		const jobs = await listJobsOf(work, actor.personId, shown);
		return { jobs: jobs.map((job) => viewJob(actor, language, job, work.now)) };
	});
}

export default function Jobs({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = jobText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<Table
				caption={text.title}
				hideCaption
				rows={loaderData.jobs}
				rowKey={(job) => job.id}
				rowHref={(job) => `/jobs/${job.id}`}
				columns={[
					{ key: "title", label: text.columns.title, cell: (job) => job.title },
					{ key: "state", label: text.columns.state, cell: (job) => <StateTag state={job.state} /> },
					{ key: "asked", label: text.columns.asked, cell: (job) => formatMoment(language, job.createdAt) },
					{
						key: "ended",
						label: text.columns.ended,
						cell: (job) => (job.finishedAt === null ? "" : formatMoment(language, job.finishedAt)),
					},
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
		</div>
	);
}
