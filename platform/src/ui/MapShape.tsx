import type { MapTone } from "../geography/map.ts";

/**
 * The mark of a tone about its spot; every tone has its own shape, so that colour never speaks alone.
 * @param isNumbered keeps the middle free for a number.
 */
export function MapShape({
	tone,
	radius,
	isNumbered = false,
}: {
	tone: MapTone;
	radius: number;
	isNumbered?: boolean;
}) {
	switch (tone) {
		case "municipality":
			return <circle className="map-symbol" data-tone={tone} r={radius} />;
		case "institution":
			return <path className="map-symbol" data-tone={tone} d={`M0,${-radius}L${radius},0L0,${radius}L${-radius},0Z`} />;
		case "own":
			return (
				<>
					<circle className="map-symbol" data-tone={tone} r={radius} />
					{isNumbered ? null : <circle className="map-core" r={radius * 0.4} />}
				</>
			);
		case "other": {
			const side = Math.round(radius * 18) / 10;
			return (
				<rect className="map-symbol" data-tone={tone} x={-side / 2} y={-side / 2} width={side} height={side} rx={1} />
			);
		}
	}
}
