import { OfflineScreen } from "@/components/shell/offline-screen";

/** Nobody's page: what it shows is drawn from the device. Kept by the service worker for when there is no network. */
export default function OfflinePage() {
  return <OfflineScreen />;
}
