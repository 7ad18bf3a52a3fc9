import { EyeOpenIcon } from '@sanity/icons/EyeOpen'
import type { PluginOptions } from 'sanity'
import { presentationTool } from 'sanity/presentation'
import { locations } from './locations.ts'
import { mainDocuments } from './main-documents.ts'

/**
 * Studio's "Preview": the page of a draft, as a member would see it, next to its form.
 *
 * @param previewUrl - origin of the preview (`npm run preview`, or a part of `npm start`)
 * @returns no tool without a preview: there would be nothing to show in its frame
 */
export function previewTools(previewUrl: string | undefined): PluginOptions[] {
  if (previewUrl === undefined) return []
  return [
    presentationTool({
      title: 'Preview',
      icon: EyeOpenIcon,
      previewUrl: {
        initial: `${previewUrl}/cet/active/`,
        previewMode: { enable: `${previewUrl}/api/draft-mode/enable` },
      },
      allowOrigins: [previewUrl],
      resolve: { locations, mainDocuments },
    }),
  ]
}
