/**
 * The software bill of materials of the executable, in CycloneDX's JSON. It says nothing of when and where it was made, so that
 * the same source gives the same file.
 *
 * @param {import('../notices/notices.d.mts').Component} project
 * @param {readonly import('../notices/notices.d.mts').Component[]} components
 */
export function sbomOf(project, components) {
  const main = { type: 'application', ...component(project) }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: main },
    components: components.map((one) => ({ type: 'library', ...component(one) })),
    dependencies: [
      { ref: main['bom-ref'], dependsOn: components.map(({ name, version }) => `${name}@${version}`) },
    ],
  }
}

function component({ name, version, license, purl }) {
  const licenses = / (OR|AND|WITH) /.test(license)
    ? [{ expression: license }]
    : [{ license: { id: license } }]
  return { 'bom-ref': `${name}@${version}`, name, version, purl, licenses }
}
