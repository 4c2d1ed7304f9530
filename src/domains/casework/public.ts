export { caseworkRoutes } from './casework-routes.tsx'
