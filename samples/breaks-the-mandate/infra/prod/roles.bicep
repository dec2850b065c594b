param anaId string
param team string

resource human 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(anaId)
  properties: {
    roleDefinitionId: 'b24988ac-6180-42a0-ab88-20f7382dd24c'
    principalId: anaId
    principalType: 'User'
  }
}

resource group 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(team)
  properties: {
    roleDefinitionId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
    principalId: team
    principalType: 'Group'
  }
}

resource whoever 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid('whoever')
  properties: {
    roleDefinitionId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
    principalId: deployer().objectId
  }
}
