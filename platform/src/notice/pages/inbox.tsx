import { Form } from "react-router";
import { z } from "zod";
import { formatMoment } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { findNoticeKind } from "../registry.server.ts";
import { readAllNotices, readNotice, unreadCount } from "../service.server.ts";
import { listNotices } from "../store.server.ts";
import { noticeText } from "../text.ts";
import { findWaitingMail } from "../waiting.server.ts";
import type { Route } from "./+types/inbox";

const pageSize = 30;

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = signedIn(context, request);
	const before = readCursor(url.searchParams.get("after"));
	const [rows, unread, waitingMail] = await reading((work) =>
		Promise.all([
			listNotices(work, actor.personId, { before, size: pageSize + 1 }),
			unreadCount(work),
			findWaitingMail(work),
		]),
	);
	const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
	return {
		notices: rows.slice(0, pageSize).map((notice) => ({
			id: notice.id,
			...(findNoticeKind(notice.kind)?.tell(language, notice.detail) ?? {
				title: noticeText[language].unknownKind,
				body: "",
			}),
			leads: notice.link !== null,
			at: notice.createdAt.toISOString(),
			unread: notice.readAt === null,
		})),
		unread,
		older: last ? `${last.createdAt.getTime()}.${last.id}` : null,
		first: before === null,
		waitingMail,
	};
}

const uuid = z.uuid();

/** Where the page before ended: milliseconds and id. Anything else is the first page. */
function readCursor(after: string | null): { at: Date; id: string } | null {
	const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? "");
	const id = match ? uuid.safeParse(match[2]) : { success: false as const };
	return id.success ? { at: new Date(Number(match?.[1])), id: id.data } : null;
}

const sent = z.object({ what: z.literal("all") }).or(z.object({ what: z.enum(["open", "read"]), notice: z.uuid() }));

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding, url } = signedIn(context, request);
	const parsed = sent.safeParse(Object.fromEntries(await request.formData()));
	if (!parsed.success) missing();
	const form = parsed.data;
	if (form.what === "all") {
		await commanding(readAllNotices);
		return redirectWithToast("/inbox", noticeText[language].markedAll);
	}
	const outcome = await commanding((work) => readNotice(work, form.notice));
	if (outcome.refused) missing();
	return redirect(form.what === "open" && outcome.done !== null ? outcome.done : `/inbox${url.search}`);
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = noticeText[language];
	const { notices, unread, waitingMail } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.inbox)}</title>
			<PageHeader
				title={text.inbox}
				lead={notices.length > 0 ? text.unread(unread) : text.lead}
				secondary={
					<Link className="ds-button" data-variant="secondary" to="/profile/notices">
						{text.choose}
					</Link>
				}
				action={
					unread > 0 && (
						<Form method="post">
							<button type="submit" className="ds-button" data-variant="secondary" name="what" value="all">
								{text.markAll}
							</button>
						</Form>
					)
				}
			/>
			{waitingMail.map((item) => (
				<Alert key={item.key} tone="warning" title={item.title}>
					<p>
						{item.note}{" "}
						<Link className="ds-link" to={item.path}>
							{text.mailAlertLink}
						</Link>
					</p>
				</Alert>
			))}
			{notices.length === 0 ? (
				<EmptyState title={text.none}>{text.noneBody}</EmptyState>
			) : (
				<ul className="inbox">
					{notices.map((notice) => (
						<li key={notice.id} className="inbox-notice" data-unread={notice.unread || undefined}>
							<Notice notice={notice} />
						</li>
					))}
				</ul>
			)}
			<nav className="row" aria-label={text.inbox}>
				{!loaderData.first && (
					<Link className="ds-button" data-variant="tertiary" to="/inbox">
						{text.newest}
					</Link>
				)}
				{loaderData.older !== null && (
					<Link className="ds-button" data-variant="secondary" to={`/inbox?after=${loaderData.older}`}>
						{text.older}
					</Link>
				)}
			</nav>
		</div>
	);
}

type Shown = {
	readonly id: string;
	readonly title: string;
	readonly body: string;
	readonly leads: boolean;
	readonly at: string;
	readonly unread: boolean;
};

/** A notice; opening it is a form, because it also marks it as read. */
function Notice({ notice }: { readonly notice: Shown }) {
	const language = useLanguage();
	const text = noticeText[language];
	return (
		<Form method="post">
			<input type="hidden" name="notice" value={notice.id} />
			<p className="inbox-title">
				{notice.leads ? (
					<button type="submit" className="inbox-open ds-link" name="what" value="open">
						{notice.title}
					</button>
				) : (
					notice.title
				)}{" "}
				{notice.unread && <Tag tone="info">{text.isUnread}</Tag>}
			</p>
			{notice.body && <p className="ds-paragraph inbox-body">{notice.body}</p>}
			<p className="inbox-foot quiet">
				<time dateTime={notice.at}>{formatMoment(language, notice.at)}</time>
				{notice.unread && (
					<button
						type="submit"
						className="ds-button"
						data-variant="tertiary"
						data-size="sm"
						name="what"
						value="read"
						aria-label={text.markReadNamed(notice.title)}
					>
						{text.markRead}
					</button>
				)}
			</p>
		</Form>
	);
}
