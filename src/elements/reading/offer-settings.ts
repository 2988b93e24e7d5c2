import { closeIfOpen } from "../light-dismiss.ts";
import { onDemand } from "../on-demand.ts";

/** Makes the button open and close the panel of reading settings. */
export function offerSettings(button: HTMLElement): void {
  button.addEventListener("click", (event) => {
    const panel = document.querySelector<HTMLElement>(".settings-panel");
    if (panel && closeIfOpen(panel, event)) return;
    void onDemand(button, async (signal) => {
      const { openSettings } = await import("./settings-panel.ts");
      await openSettings(button, signal);
    });
  });
}
