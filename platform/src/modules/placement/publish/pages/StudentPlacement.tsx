import { houseText } from "../../../../text.ts";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { WhyOrWait } from "../../round/pages/WhyOrWait.tsx";
import type { Why } from "../../round/why.server.ts";
import type { PlacementPage } from "../service.server.ts";
import { isLost, PlaceLost } from "./PlaceLost.tsx";
import { PlacementFacts } from "./PlacementFacts.tsx";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { publishPagesText } from "./publish.text.ts";
import { OwnReconsideration } from "./Reconsideration.tsx";
import { StudentAnswerForm } from "./StudentAnswer.tsx";

/** A student's own placement, by whichever link it was found: where, when, why, and the answer. */
export function StudentPlacement({
	page: { placement, can },
	dueOn,
	why,
	sent,
	trail,
}: {
	readonly page: Pick<PlacementPage, "placement" | "can">;
	readonly dueOn: string | null;
	/** Null as long as it is being worked out; undefined where there is nothing to tell. */
	readonly why: Why | null | undefined;
	readonly sent: (RefusedForm & { readonly deed: string }) | undefined;
	readonly trail?: readonly { readonly to: string; readonly label: string }[];
}) {
	const text = publishPagesText[useLanguage()];
	const isOpen = !isLost(placement);
	return (
		<div className="stack">
			<title>{houseText[useLanguage()].pageTitle(text.title)}</title>
			<PageHeader
				title={`${placement.courseName}: ${placement.siteName}`}
				tags={<PlacementStatus state={placement.state} />}
				{...(trail ? { trail } : {})}
			/>
			<PlaceLost placement={placement} here={trail === undefined} />
			<PlacementFacts placement={placement} dueOn={dueOn} isOwn />
			{isOpen && placement.studentAnswer === "reconsider" && <OwnReconsideration placement={placement} dueOn={dueOn} />}
			<StudentAnswerForm placement={placement} can={can} sent={sent} />
			{why !== undefined && isOpen && <WhyOrWait why={why} />}
		</div>
	);
}
