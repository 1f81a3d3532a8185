import { Button } from 'antd'
import { useRef } from 'react'
import styles from './EvidenceSection.module.css'

/** Takes a picture with the phone's camera; desks without a touch screen do not see it. */
export function PhotoButton({ onPhotos }: { readonly onPhotos: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={styles.photo}>
      <Button onClick={() => input.current?.click()}>拍照</Button>
      {/* Naming JPEG makes phones convert their own formats, which nobody could open at a desk. */}
      <input
        ref={input}
        className={styles.hiddenInput}
        type="file"
        accept="image/jpeg"
        capture="environment"
        tabIndex={-1}
        aria-label="拍照上传"
        onChange={(event) => {
          onPhotos([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </span>
  )
}
