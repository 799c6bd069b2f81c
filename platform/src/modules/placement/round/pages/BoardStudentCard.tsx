import type { DragEvent, MouseEvent } from "react";
import { Form } from "react-router";
import { formatNumber } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { BoardStudent } from "../board.server.ts";
import { boardText } from "./board.text.ts";
import { runPagesText } from "./run.text.ts";

/** What the board does with a student's card; nothing of it without script. */
export type BoardHands = {
	/** Whose card is being dragged. */
	readonly dragged: string | null;
	readonly take: (student: BoardStudent | null) => void;
	readonly open: (student: BoardStudent) => void;
	readonly lock: (student: BoardStudent) => void;
};

/** What a student is called: others' students only by their institution. */
export function studentName({ student, institution }: Pick<BoardStudent, "student" | "institution">, another: string) {
	return student ?? `${another}, ${institution}`;
}

/** One student: a link to the page that moves, which with script opens the same in a dialog, and can be dragged. */
export function BoardStudentCard({
	student,
	base,
	placed,
	withCourse = false,
	hands,
}: {
	readonly student: BoardStudent;
	readonly base: string;
	readonly placed: boolean;
	/** Whether to tell the course: where there is more than one. */
	readonly withCourse?: boolean;
	readonly hands: BoardHands | null;
}) {
	const language = useLanguage();
	const text = boardText[language];
	const words = runPagesText[language];
	const name = studentName(student, words.another);
	const got = !placed ? null : gotOf(student);
	const wish = got === null ? null : student.rank === null ? words.notWished : words.wish(student.rank);
	const minutes = student.minutes === null ? null : words.minutes(formatNumber(language, student.minutes));
	function press(event: MouseEvent) {
		if (!hands || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
		event.preventDefault();
		hands.open(student);
	}
	const lockName = (student.locked ? text.unlock : text.lock)(name);
	return (
		<li
			className="board-student"
			data-got={got ?? undefined}
			data-found={student.found || undefined}
			data-dragged={hands?.dragged === student.claim || undefined}
			draggable={hands !== null && !student.locked}
			onDragStart={(event: DragEvent) => {
				event.dataTransfer.effectAllowed = "move";
				event.dataTransfer.setData("text/plain", name);
				hands?.take(student);
			}}
			onDragEnd={() => hands?.take(null)}
		>
			<span className="board-student-text">
				<Link className="ds-link" to={`${base}/claims/${student.claim}`} draggable={false} onClick={press}>
					{name}
				</Link>
				<span className="board-about">
					{[wish, minutes, withCourse ? student.course : null].filter(Boolean).join(" · ")}
					{student.moved && <span className="board-moved"> {text.movedTag}</span>}
				</span>
			</span>
			{placed && (
				<Form
					method="post"
					onSubmit={(event) => {
						if (!hands) return;
						event.preventDefault();
						hands.lock(student);
					}}
				>
					<input type="hidden" name="claim" value={student.claim} />
					<button
						type="submit"
						className="board-lock"
						name="deed"
						value={student.locked ? "unlock" : "lock"}
						aria-label={lockName}
						title={lockName}
						data-locked={student.locked || undefined}
					>
						<LockSign locked={student.locked} />
					</button>
				</Form>
			)}
		</li>
	);
}

/** How well the place suits what the student wished for; nothing is told of one who has not wished. */
function gotOf({ rank, wished }: BoardStudent): "first" | "wished" | "unwished" | null {
	if (rank === null) return wished ? "unwished" : null;
	return rank === 1 ? "first" : "wished";
}

function LockSign({ locked }: { readonly locked: boolean }) {
	return (
		<svg
			viewBox="0 0 16 16"
			width="16"
			height="16"
			aria-hidden="true"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
		>
			<rect x="3" y="7" width="10" height="7" rx="1.5" fill={locked ? "currentColor" : "none"} />
			<path d={locked ? "M5 7V5a3 3 0 0 1 6 0v2" : "M5 7V4.5a3 3 0 0 1 5.6-1.4"} />
		</svg>
	);
}
