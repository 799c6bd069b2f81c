import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Steps } from "../../../../ui/Steps.tsx";
import { type CallStep, type CallWay, callSteps } from "../../codes.ts";
import { fundingText } from "../../text.ts";
import { writeText } from "../write.text.ts";

export type Head = {
	readonly id: string;
	readonly way: CallWay;
	readonly title: string;
	readonly published: number | null;
};

/** The steps of a call; one from outside has neither forms nor anything to publish. */
export function stepsOf(way: CallWay): readonly CallStep[] {
	return way === "here" ? callSteps : (["about", "money", "criteria"] as const);
}

/** Where one goes from a step: the next, or the call itself after the last. */
export function after(step: CallStep, { id, way }: Pick<Head, "id" | "way">): string {
	const steps = stepsOf(way);
	const next = steps[steps.indexOf(step) + 1];
	return next === undefined ? `/funding/calls/${id}` : `/funding/calls/${id}/${next}`;
}

/** The head of a step in making a call. */
export function StepsHead({
	head,
	step,
	lead,
}: {
	readonly head: Head;
	readonly step: CallStep;
	readonly lead?: string;
}) {
	const language = useLanguage();
	const { steps: words } = writeText[language];
	const { own, calls } = fundingText[language];
	const steps = stepsOf(head.way);
	const here = `/funding/calls/${head.id}`;
	const list = head.way === "here" ? { to: "/funding/own", label: own } : { to: "/funding", label: calls };
	return (
		<>
			<title>{houseText[language].pageTitle(words[step])}</title>
			<PageHeader
				title={words[step]}
				{...(lead === undefined ? {} : { lead })}
				trail={[list, { to: here, label: head.title }]}
			/>
			<Steps current={steps.indexOf(step)} steps={steps.map((one) => ({ label: words[one], to: `${here}/${one}` }))} />
		</>
	);
}
