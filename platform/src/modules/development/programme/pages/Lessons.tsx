import type { ReactNode } from "react";
import { useLanguage } from "../../../../ui/language.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import type { Lesson } from "../contract.ts";
import { programmePageText } from "./programme.text.ts";

/** What was learnt of a programme, the latest first. */
export function Lessons(props: { readonly lessons: readonly Lesson[]; readonly deed?: (lesson: Lesson) => ReactNode }) {
	const text = programmePageText[useLanguage()];
	const { lessons, deed } = props;
	if (lessons.length === 0) return <p className="quiet">{text.noLessons}</p>;
	return (
		<Timeline
			events={lessons.map((one) => ({
				...{ id: one.id, at: one.onDay, by: text.lessonBy(one.recordedBy, one.source) },
				...{ title: <span className="pre-line">{one.lesson}</span>, children: deed?.(one) },
			}))}
		/>
	);
}
