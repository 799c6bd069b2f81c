import { Outlet } from "react-router";
import { useLanguage } from "../../../../ui/language.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { representing } from "../../../../visit.server.ts";
import { helpText } from "../../help/text.ts";
import { needText } from "../../knowledge/text.ts";
import { practiceText } from "../../practice/text.ts";
import { programmeText } from "../../programme/text.ts";
import { projectText } from "../../project/text.ts";
import { researchText } from "../../research/text.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/development-frame";
import { networksText } from "./networks.text.ts";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	representing(context, request);
	return null;
}

export default function DevelopmentFrame() {
	const language = useLanguage();
	return (
		<div className="stack">
			<Tabs
				label={networksText[language].views}
				tabs={[
					{ to: "/development", label: projectText[language].title },
					{ to: "/development/networks", label: networkText[language].title },
					{ to: "/development/programmes", label: programmeText[language].title },
					{ to: "/development/practice", label: practiceText[language].title },
					{ to: "/development/needs", label: needText[language].title },
					{ to: "/development/research", label: researchText[language].title },
					{ to: "/development/help", label: helpText[language].title },
				]}
			/>
			<Outlet />
		</div>
	);
}
