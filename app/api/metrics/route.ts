import { metricsResponse } from '@/lib/running/metrics-response';

export const dynamic = 'force-dynamic';

export const GET = metricsResponse;
