import { health } from '@/lib/health';
import { logBug } from '@/lib/log';

export const dynamic = 'force-dynamic';

export async function GET() {
  try {
    return Response.json(await health());
  } catch (error) {
    return Response.json({ status: 'unavailable', reference: logBug(error, 'health') }, { status: 503 });
  }
}
