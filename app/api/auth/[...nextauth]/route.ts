import { authRoute } from '@/lib/auth/provider';

export { authRoute as GET, authRoute as POST };
