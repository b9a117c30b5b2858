/* global chrome */
chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
